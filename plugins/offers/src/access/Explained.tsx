import { Flex } from '@backstage/ui';
import type { ExplainedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { CheckList } from '../parts/CheckList';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { PageProblem } from '../shell/PageProblem';
import { readersZone } from '../words/dates';
import { useT, useWords } from '../words/useWords';
import styles from './Access.module.css';

/** Whether something holds, in a word. */
export const YesNo = ({ answer }: { answer: boolean }) => {
  const t = useT();
  return (
    <StateBadge
      label={t(answer ? 'access.yes' : 'access.no')}
      tone={answer ? 'positive' : 'negative'}
    />
  );
};

const Reasons = ({
  label,
  answer,
}: {
  label: string;
  answer: ExplainedOffer['explanation']['visible'];
}) => {
  const t = useT();
  return (
    <Panel title={label} aside={<YesNo answer={answer.answer} />}>
      <CheckList
        label={label}
        words={{ holds: t('access.yes'), fails: t('access.no') }}
        checks={answer.reasons.map(({ code, holds, sentence }, index) => ({
          id: `${index} ${code}`,
          holds,
          sentence,
        }))}
      />
    </Panel>
  );
};

interface ExplainedProps {
  person: string;
  offer: string;
  /** an instant; now where it is not given */
  at: string | undefined;
}

/** Why a person or group sees an offer and can order it, or not, reason by reason. */
export const Explained = ({ person, offer, at }: ExplainedProps) => {
  const { t, state } = useWords();
  const { data, error, refetch } = useCall('explainOffer', {
    params: { name: offer },
    query: { viewer: person, zone: readersZone(), ...(at ? { at } : {}) },
  });
  if (error) return <PageProblem error={error} onRetry={() => refetch()} />;
  if (!data) return <Loading what={t('access.loading')} rows={2} height={120} />;
  const { explanation } = data;
  return (
    <Flex direction="column" gap="4">
      <Panel title={data.title}>
        <Facts
          facts={[
            [t('access.person'), <Who key="person" entityRef={data.viewer} />],
            [t('access.at'), <When key="at" at={explanation.at} />],
            [t('access.state'), <StateBadge key="state" {...state(explanation.state)} />],
            [
              t('access.version'),
              explanation.version === undefined ? undefined : String(explanation.version),
            ],
          ]}
        />
      </Panel>
      <div className={styles.answers}>
        <Reasons label={t('access.sees')} answer={explanation.visible} />
        <Reasons label={t('access.orders')} answer={explanation.orderable} />
      </div>
    </Flex>
  );
};
