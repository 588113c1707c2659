import { Alert, Flex, Link, Text } from '@backstage/ui';
import type { Decision, Plan } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who, WhoList } from '../parts/Who';
import { useStaffLinks } from '../shell/useStaffLinks';
import { surfaces, verdicts } from '../words/states';
import styles from './ApprovalPanel.module.css';
import { stepStates } from './words';

type Step = Plan['approval']['steps'][number];

const Quiet = ({ children }: { children: ReactNode }) => (
  <Text as="p" variant="body-small" color="secondary">
    {children}
  </Text>
);

const DecisionView = ({ decision }: { decision: Decision }) => (
  <li className={styles.decision} data-voided={decision.voided}>
    <div className={styles.line}>
      <StateBadge {...verdicts[decision.verdict]} />
      <span>
        <Who entityRef={decision.decider} />
        {decision.onBehalfOf && (
          <>
            {' for '}
            <Who entityRef={decision.onBehalfOf} />
          </>
        )}
        , <When at={decision.at} />, {surfaces[decision.surface]}
      </span>
    </div>
    {decision.reason && <Text as="p">“{decision.reason}”</Text>}
    {decision.voided && <Quiet>Does not count any more: the plan changed after it.</Quiet>}
  </li>
);

const StepView = ({ step }: { step: Step }) => (
  <li className={styles.step} data-state={step.state}>
    <div className={styles.line}>
      <Text weight="bold">{step.title}</Text>
      <StateBadge {...stepStates[step.state]} />
      <span>{`${step.given} of ${step.needed}`}</span>
    </div>
    <Quiet>
      {step.state === 'met' ? 'Was asked of ' : 'Asked of '}
      {step.approvers.length > 0 ? <WhoList refs={step.approvers} /> : 'nobody yet'}
      {step.decideIn === 'portal' && '; only here, in the portal'}
      {step.lowRisk && '; a change of low risk'}
    </Quiet>
    {step.state === 'open' && step.escalatesAt && (
      <Quiet>
        From <When at={step.escalatesAt} /> also of <WhoList refs={step.fallback} />
      </Quiet>
    )}
  </li>
);

const Decisions = ({ decisions }: { decisions: readonly Decision[] }) =>
  decisions.length === 0 ? (
    <Text color="secondary">Nobody has decided yet.</Text>
  ) : (
    <ul className={styles.decisions} aria-label="Decisions">
      {decisions.map(decision => (
        <DecisionView key={`${decision.decider} ${decision.at}`} decision={decision} />
      ))}
    </ul>
  );

const Steps = ({ plan }: { plan: Plan }) => {
  const { steps } = plan.approval;
  if (steps.length > 0) {
    return (
      <ol className={styles.decisions} aria-label="Steps of approval">
        {steps.map(step => (
          <StepView key={step.id} step={step} />
        ))}
      </ol>
    );
  }
  return (
    <Quiet>
      {plan.approvers.length > 0 ? (
        <>
          May decide: <WhoList refs={plan.approvers} />
        </>
      ) : (
        'Who is asked is settled when the plan is submitted.'
      )}
    </Quiet>
  );
};

/** Step by step who is asked and what is still needed, and who has decided what, where and why. */
export const ApprovalPanel = ({ plan }: { plan: Plan }) => {
  const { given, required, expiresAt, breakGlass } = plan.approval;
  const { delegations } = useStaffLinks();
  return (
    <Panel
      title="Approval"
      note={`${given} of ${required} given.`}
      aside={
        <Link href={delegations} variant="body-small">
          Stand-ins
        </Link>
      }
    >
      <Flex direction="column" gap="4">
        {breakGlass && (
          <Alert
            status="warning"
            icon
            title={
              <>
                Approved by <Who entityRef={breakGlass.by} /> alone, in an emergency
              </>
            }
            description={`“${breakGlass.reason}”`}
          />
        )}
        <Steps plan={plan} />
        <Decisions decisions={plan.decisions} />
        {expiresAt && plan.state === 'submitted' && (
          <Quiet>
            Without enough decisions it is a draft again from <When at={expiresAt} />.
          </Quiet>
        )}
        {plan.onBehalfOf && (
          <Text as="p">
            You would decide for <Who entityRef={plan.onBehalfOf} />, as their stand-in.
          </Text>
        )}
        {plan.decideRefusal && <Quiet>{plan.decideRefusal}</Quiet>}
      </Flex>
    </Panel>
  );
};
