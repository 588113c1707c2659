import { Flex, Text } from '@backstage/ui';
import type { Decision, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who, WhoList } from '../parts/Who';
import { surfaces, verdicts } from '../words/states';
import styles from './ApprovalPanel.module.css';

const DecisionView = ({ decision }: { decision: Decision }) => (
  <li className={styles.decision} data-voided={decision.voided}>
    <div className={styles.line}>
      <StateBadge {...verdicts[decision.verdict]} />
      <span>
        <Who entityRef={decision.decider} />, <When at={decision.at} />,{' '}
        {surfaces[decision.surface]}
      </span>
    </div>
    {decision.reason && <Text as="p">“{decision.reason}”</Text>}
    {decision.voided && (
      <Text as="p" variant="body-small" color="secondary">
        Does not count any more: the plan changed after it.
      </Text>
    )}
  </li>
);

/** Who has decided what, where and why, and what is still needed. */
export const ApprovalPanel = ({ plan }: { plan: Plan }) => {
  const { given, required } = plan.approval;
  return (
    <Panel title="Approval" note={`${given} of ${required} given.`}>
      <Flex direction="column" gap="3">
        {plan.decisions.length === 0 ? (
          <Text color="secondary">Nobody has decided yet.</Text>
        ) : (
          <ul className={styles.decisions} aria-label="Decisions">
            {plan.decisions.map(decision => (
              <DecisionView key={`${decision.decider} ${decision.at}`} decision={decision} />
            ))}
          </ul>
        )}
        <Text as="p" variant="body-small" color="secondary">
          {plan.approvers.length > 0 ? (
            <>
              May decide: <WhoList refs={plan.approvers} />
            </>
          ) : (
            'No approver is configured: name some under offers.approval.approvers.'
          )}
        </Text>
        {plan.decideRefusal && (
          <Text as="p" variant="body-small" color="secondary">
            {plan.decideRefusal}
          </Text>
        )}
      </Flex>
    </Panel>
  );
};
