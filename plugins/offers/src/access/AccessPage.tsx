import { Button, Flex, Text } from '@backstage/ui';
import { instantOf, type ExplainedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { OfferPick, type PickedOffer } from '../demand/OfferPick';
import { EntityBox } from '../editor/fields/EntityBox';
import { DateTimeField } from '../forms/DateTimeField';
import { CheckList } from '../parts/CheckList';
import { Empty } from '../parts/Empty';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { PageProblem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { readersZone } from '../words/dates';
import { publicStates } from '../words/states';
import styles from './Access.module.css';

/** Person, offer and instant, kept in the address so that an answer can be shown to others. */
function useQuestion() {
  const [params, setParams] = useSearchParams();
  return {
    person: params.get('person') ?? '',
    offer: params.get('offer') ?? '',
    at: params.get('at') ?? '',
    ask: (person: string, offer: string, at: string) =>
      setParams({ person, offer, ...(at ? { at } : {}) }, { replace: true }),
  };
}

const Reasons = ({
  label,
  answer,
}: {
  label: string;
  answer: ExplainedOffer['explanation']['visible'];
}) => (
  <Panel
    title={label}
    aside={
      <StateBadge
        label={answer.answer ? 'Yes' : 'No'}
        tone={answer.answer ? 'positive' : 'negative'}
      />
    }
  >
    <CheckList
      label={label}
      words={{ holds: 'Yes', fails: 'No' }}
      checks={answer.reasons.map(({ code, holds, sentence }, index) => ({
        id: `${index} ${code}`,
        holds,
        sentence,
      }))}
    />
  </Panel>
);

const Answer = ({ person, offer, at }: { person: string; offer: string; at: string }) => {
  const zone = readersZone();
  const named = instantOf({ local: at, zone });
  const { data, error, refetch } = useCall('explainOffer', {
    params: { name: offer },
    query: { viewer: person, zone, ...(at && named.ok ? { at: named.instant } : {}) },
  });
  if (error) return <PageProblem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what="the reasons" rows={2} height={120} />;
  const { explanation } = data;
  return (
    <Flex direction="column" gap="4">
      <Panel title={data.title}>
        <Facts
          facts={[
            ['Person', <Who key="person" entityRef={data.viewer} />],
            ['At', <When key="at" at={explanation.at} />],
            ['State', <StateBadge key="state" {...publicStates[explanation.state]} />],
            [
              'Version',
              explanation.version === undefined ? undefined : String(explanation.version),
            ],
          ]}
        />
      </Panel>
      <div className={styles.answers}>
        <Reasons label="Sees it" answer={explanation.visible} />
        <Reasons label="Can order it" answer={explanation.orderable} />
      </div>
    </Flex>
  );
};

const Explorer = () => {
  const question = useQuestion();
  const [person, setPerson] = useState(question.person);
  const [offer, setOffer] = useState<PickedOffer | undefined>(() =>
    question.offer ? { id: '', name: question.offer, title: question.offer } : undefined,
  );
  const [at, setAt] = useState(question.at);
  return (
    <Page
      title="Who sees what"
      lede="Why a person sees an offer and can order it, or not: the same rule and words that they read."
    >
      <div className={styles.question} role="search" aria-label="Person and offer">
        <EntityBox label="Person" kinds={['user']} value={person} onChange={setPerson} />
        <OfferPick label="Offer" value={offer} onChange={setOffer} />
        <DateTimeField
          label="At"
          description={`Empty: now. In ${readersZone().replace(/_/g, ' ')}.`}
          value={at}
          onChange={setAt}
        />
        <Button
          variant="primary"
          isDisabled={!person.trim() || !offer}
          onPress={() => offer && question.ask(person.trim().toLowerCase(), offer.name, at)}
        >
          Explain
        </Button>
      </div>
      <div aria-live="polite">
        {question.person && question.offer ? (
          <Answer person={question.person} offer={question.offer} at={question.at} />
        ) : (
          <Empty
            title="Name a person and an offer"
            description="Each reason is shown, also of what is past or ahead."
          />
        )}
      </div>
      <Text as="p" variant="body-small" color="secondary" className={styles.note}>
        Drafts play no part: what is published is explained.
      </Text>
    </Page>
  );
};

/** Explains for a person and an offer who sees and orders what, reason by reason. */
export default function AccessPage() {
  return (
    <StaffOnly title="Who sees what" allows={({ may }) => may('readAll')}>
      <SectionNav of="manage" label="Manage" />
      <Explorer />
    </StaffOnly>
  );
}
