import { Button, Flex, Select, Text } from '@backstage/ui';
import {
  type ConsumerContent,
  type Explanation,
  type ManagedOffer,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { DateTimeField } from '../forms/DateTimeField';
import { namedTime } from '../forms/namedTime';
import { CheckList } from '../parts/CheckList';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { readersZone } from '../words/dates';
import { askedTitles } from '../words/options';
import { useT, useWords } from '../words/useWords';
import { EntityBox } from './fields/EntityBox';
import styles from './OtherEyes.module.css';

/** What is looked at: the draft as if it were published, or what is published. */
type Sight = 'draft' | 'published';

interface Look {
  of: Sight;
  viewer: string;
  /** UTC instant; the draft's own beginning, or now, without one */
  at: string | undefined;
}

/** What a person would read of the draft, in short. */
const Read = ({ content }: { content: ConsumerContent }) => {
  const { t, price, days } = useWords();
  const { information, priceLists, terms, options, knowledge } = content;
  const papers = [...knowledge.runbooks, ...knowledge.documents, ...knowledge.training];
  return (
    <Facts
      facts={[
        [t('draft.info.name'), information.title],
        [t('draft.info.summary'), information.summary],
        [t('card.price'), price(priceLists)],
        [
          t('card.leadTime'),
          terms.leadTimeDays === undefined ? undefined : days(terms.leadTimeDays),
        ],
        [t('compare.options'), askedTitles(options).join(', ')],
        [t('eyes.papers'), papers.map(({ title }) => title).join(', ')],
      ]}
    />
  );
};

const Found = ({
  viewer,
  explanation,
  content,
}: {
  viewer: string;
  explanation: Explanation;
  content?: ConsumerContent | undefined;
}) => {
  const t = useT();
  const { at, visible, orderable } = explanation;
  const key = orderable.answer ? 'eyes.orders' : 'eyes.sees';
  return (
    <Flex direction="column" gap="3" role="status">
      <Text as="p" weight="bold">
        {t(visible.answer ? key : 'eyes.blind', { name: <Who entityRef={viewer} plain /> })}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {t('eyes.at', { when: <When at={at} /> })}
      </Text>
      <CheckList
        label={t('why.reasons')}
        words={{ holds: t('why.yes'), fails: t('why.no') }}
        checks={orderable.reasons.map(({ code, holds, sentence }) => ({
          id: code,
          holds,
          sentence,
        }))}
      />
      {content && <Read content={content} />}
    </Flex>
  );
};

const OfDraft = ({ id, look: { viewer, at } }: { id: string; look: Look }) => {
  const t = useT();
  const { data, error, refetch } = useCall('previewDraft', {
    params: { id },
    query: { viewer, zone: readersZone(), ...(at ? { at } : {}) },
  });
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  return data ? <Found {...data} /> : <Loading what={t('eyes.loading')} rows={2} height={24} />;
};

const OfPublished = ({ name, look: { viewer, at } }: { name: string; look: Look }) => {
  const t = useT();
  const { data, error, refetch } = useCall('explainOffer', {
    params: { name },
    query: { viewer, zone: readersZone(), ...(at ? { at } : {}) },
  });
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  return data ? <Found {...data} /> : <Loading what={t('eyes.loading')} rows={2} height={24} />;
};

/** What there is to look at of an offer, the draft first. */
function sightsOf({ draft, versions }: ManagedOffer): Sight[] {
  return [
    ...(draft ? ['draft' as const] : []),
    ...(versions.length > 0 ? ['published' as const] : []),
  ];
}

interface AskingProps {
  sights: readonly Sight[];
  onLook: (look: Look) => void;
}

const Asking = ({ sights, onLook }: AskingProps) => {
  const t = useT();
  const [of, setOf] = useState<Sight>(sights[0] ?? 'published');
  const [typed, setTyped] = useState('');
  const [local, setLocal] = useState('');
  const { instant, fault } = namedTime(local);
  const viewer = typed.trim().toLowerCase();
  return (
    <div className={styles.asking}>
      {sights.length > 1 && (
        <Select
          label={t('eyes.of')}
          value={of}
          onChange={key => setOf(key === 'published' ? 'published' : 'draft')}
          options={sights.map(id => ({ id, label: t(`eyes.${id}`) }))}
        />
      )}
      <EntityBox
        label={t('eyes.whose')}
        kinds={['user', 'group']}
        value={typed}
        onChange={setTyped}
      />
      <DateTimeField label={t('eyes.when')} value={local} onChange={setLocal} error={fault} />
      <div>
        <Button
          variant="secondary"
          isDisabled={viewer === '' || fault !== undefined}
          onPress={() => onLook({ of, viewer, at: instant })}
        >
          {t('eyes.look')}
        </Button>
      </div>
    </div>
  );
};

/** The offer with the eyes of a person or of somebody of a group: what they would find, and why not more. */
export const OtherEyes = ({ offer }: { offer: ManagedOffer }) => {
  const t = useT();
  const [look, setLook] = useState<Look>();
  const sights = sightsOf(offer);
  if (sights.length === 0) return null;
  return (
    <div className={styles.apart}>
      <Panel
        title={t('eyes.title')}
        note={t(offer.draft ? 'eyes.draftNote' : 'eyes.publishedNote')}
      >
        <Flex direction="column" gap="4">
          <Asking sights={sights} onLook={setLook} />
          {look?.of === 'draft' && <OfDraft id={offer.id} look={look} />}
          {look?.of === 'published' && <OfPublished name={offer.name} look={look} />}
        </Flex>
      </Panel>
    </div>
  );
};
