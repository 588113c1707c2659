import { Button, Text } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { OfferPick, type PickedOffer } from '../demand/OfferPick';
import { EntityBox } from '../editor/fields/EntityBox';
import { DateTimeField } from '../forms/DateTimeField';
import { namedTime } from '../forms/namedTime';
import { Empty } from '../parts/Empty';
import { Page } from '../parts/Page';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { readersZone } from '../words/dates';
import { REF_FORM } from '../words/refs';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import styles from './Access.module.css';
import { Explained } from './Explained';
import { WhatTheySee } from './WhatTheySee';

/** Person, offer and local time, kept in the address so that an answer can be shown to others. */
interface Question {
  person: string;
  offer: string;
  at: string;
}

function useQuestion(): Question & { ask: (question: Question) => void } {
  const [params, setParams] = useSearchParams();
  return {
    person: params.get('person') ?? '',
    offer: params.get('offer') ?? '',
    at: params.get('at') ?? '',
    ask: question =>
      setParams(Object.fromEntries(Object.entries(question).filter(([, value]) => value))),
  };
}

const picked = (name: string): PickedOffer | undefined =>
  name ? { id: '', name, title: name } : undefined;

const Asking = ({ asked, ask }: { asked: Question; ask: (question: Question) => void }) => {
  const t = useT();
  const [person, setPerson] = useState(asked.person);
  const [isLeft, setLeft] = useState(false);
  const [offer, setOffer] = useState(() => picked(asked.offer));
  const [at, setAt] = useState(asked.at);
  const { fault } = namedTime(at);
  const who = person.trim().toLowerCase();
  const isNamed = REF_FORM.test(who);
  return (
    <div className={styles.question} role="search" aria-label={t('access.question')}>
      <EntityBox
        label={t('access.person')}
        kinds={['user', 'group']}
        value={person}
        onChange={text => {
          setPerson(text);
          setLeft(false);
        }}
        onBlur={() => setLeft(true)}
        error={isLeft && who && !isNamed ? t('access.notWhole') : undefined}
      />
      <OfferPick
        label={t('access.offer')}
        description={t('access.offerNote')}
        value={offer}
        onChange={setOffer}
      />
      <DateTimeField
        label={t('access.at')}
        description={t('access.atNote', { zone: readersZone().replace(/_/g, ' ') })}
        value={at}
        onChange={setAt}
        error={fault}
      />
      <Button
        variant="primary"
        isDisabled={!isNamed || fault !== undefined}
        onPress={() => ask({ person: who, offer: offer?.name ?? '', at })}
      >
        {t(offer ? 'access.explain' : 'access.show')}
      </Button>
    </div>
  );
};

const Answer = ({ asked, ask }: { asked: Question; ask: (question: Question) => void }) => {
  const t = useT();
  const { person, offer } = asked;
  const { instant: at, fault } = namedTime(asked.at);
  if (fault) return <Empty title={t('access.noTime')} description={toldIn(t, fault)} />;
  if (!REF_FORM.test(person))
    return <Empty title={t('access.none')} description={t('access.noneDo')} />;
  if (offer) return <Explained person={person} offer={offer} at={at} />;
  return <WhatTheySee person={person} at={at} onAsk={name => ask({ ...asked, offer: name })} />;
};

const Explorer = () => {
  const t = useT();
  const { ask, ...asked } = useQuestion();
  return (
    <Page title={t('access.title')} lede={t('access.lede')}>
      <Asking key={JSON.stringify(asked)} asked={asked} ask={ask} />
      <div aria-live="polite">
        <Answer asked={asked} ask={ask} />
      </div>
      <Text as="p" variant="body-small" color="secondary" className={styles.note}>
        {t('access.drafts')}
      </Text>
    </Page>
  );
};

/** Explains for a person or group what they see and can order, offer by offer, reason by reason. */
export default function AccessPage() {
  const t = useT();
  return (
    <StaffOnly title={t('access.title')} allows={({ may }) => may('readAll')}>
      <SectionNav of="manage" label={t('access.nav')} />
      <Explorer />
    </StaffOnly>
  );
}
