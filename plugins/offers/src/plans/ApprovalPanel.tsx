import { Alert, Flex, Link, Text } from '@backstage/ui';
import type { Decision, Plan } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { refusalIn } from '../data/problems';
import { Panel } from '../parts/Panel';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who, WhoList } from '../parts/Who';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT, useWords } from '../words/useWords';
import styles from './ApprovalPanel.module.css';
import { stepTones } from './words';

type Step = Plan['approval']['steps'][number];

const Quiet = ({ children }: { children: ReactNode }) => (
  <Text as="p" variant="body-small" color="secondary">
    {children}
  </Text>
);

const DecisionView = ({ decision }: { decision: Decision }) => {
  const { t, verdict, surface } = useWords();
  const said = {
    who: <Who entityRef={decision.decider} />,
    when: <When at={decision.at} />,
    where: surface(decision.surface),
  };
  return (
    <li className={styles.decision} data-voided={decision.voided}>
      <div className={styles.line}>
        <StateBadge {...verdict(decision.verdict)} />
        <span>
          {decision.onBehalfOf
            ? t('plan.approval.decidedFor', {
                ...said,
                other: <Who entityRef={decision.onBehalfOf} />,
              })
            : t('plan.approval.decided', said)}
        </span>
      </div>
      {decision.reason && <Text as="p">{t('words.quoted', { words: decision.reason })}</Text>}
      {decision.voided && <Quiet>{t('plan.approval.voided')}</Quiet>}
    </li>
  );
};

/** Nobody is being asked of what is not submitted yet, nor of what was given up. */
function askedNow({ state }: Plan): 'open' | 'later' | 'never' {
  if (state === 'draft' || state === 'changes-requested') return 'later';
  return state === 'rejected' || state === 'cancelled' ? 'never' : 'open';
}

const WHO = {
  open: 'plan.approval.asked',
  later: 'plan.approval.willBeAsked',
  never: 'plan.approval.wasAsked',
} as const;

const StepView = ({ step, plan }: { step: Step; plan: Plan }) => {
  const t = useT();
  const asked = askedNow(plan);
  const isOpen = step.state === 'open';
  const who =
    step.approvers.length > 0 ? (
      <WhoList refs={step.approvers} />
    ) : (
      <>{t('plan.approval.nobodyYet')}</>
    );
  return (
    <li className={styles.step} data-state={step.state}>
      <div className={styles.line}>
        <Text weight="bold">{step.title}</Text>
        <StateBadge
          label={t(`plan.step.${isOpen ? asked : step.state}`)}
          tone={isOpen && asked !== 'open' ? 'neutral' : stepTones[step.state]}
        />
        <span>{t('plans.of', { given: String(step.given), required: String(step.needed) })}</span>
      </div>
      <Quiet>{t(step.state === 'met' ? 'plan.approval.wasAsked' : WHO[asked], { who })}</Quiet>
      {step.decideIn === 'portal' && <Quiet>{t('plan.approval.onlyPortal')}</Quiet>}
      {step.lowRisk && <Quiet>{t('plan.approval.lowRisk')}</Quiet>}
      {isOpen && asked === 'open' && step.escalatesAt && (
        <Quiet>
          {t('plan.approval.escalates', {
            when: <When at={step.escalatesAt} />,
            who: <WhoList refs={step.fallback} />,
          })}
        </Quiet>
      )}
    </li>
  );
};

const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => {
  const t = useT();
  if (decisions.length === 0) {
    return <Text color="secondary">{t('plan.approval.undecided')}</Text>;
  }
  return (
    <ul className={styles.decisions} aria-label={t('plan.approval.decisions')}>
      {decisions.map(decision => (
        <DecisionView key={`${decision.decider} ${decision.at}`} decision={decision} />
      ))}
    </ul>
  );
};

const Steps = ({ plan }: { plan: Plan }) => {
  const t = useT();
  const { steps } = plan.approval;
  if (steps.length > 0) {
    return (
      <ol className={styles.decisions} aria-label={t('plan.approval.steps')}>
        {steps.map(step => (
          <StepView key={step.id} step={step} plan={plan} />
        ))}
      </ol>
    );
  }
  return (
    <Quiet>
      {plan.approvers.length > 0
        ? t('plan.approval.mayDecide', { who: <WhoList refs={plan.approvers} /> })
        : t('plan.approval.whoLater')}
    </Quiet>
  );
};

/** Step by step who is asked and what is still needed, and who has decided what, where and why. */
export const ApprovalPanel = ({ plan }: { plan: Plan }) => {
  const { given, required, expiresAt, breakGlass } = plan.approval;
  const t = useT();
  const { delegations } = useStaffLinks();
  return (
    <Panel
      title={t('plan.approval.title')}
      note={t('plan.approval.note', { given: String(given), required: String(required) })}
      aside={
        <Link href={delegations} variant="body-small">
          {t('plan.approval.standIns')}
        </Link>
      }
    >
      <Flex direction="column" gap="4">
        {breakGlass && (
          <Alert
            status="warning"
            icon
            title={t('plan.approval.alone', { who: <Who entityRef={breakGlass.by} /> })}
            description={t('words.quoted', { words: breakGlass.reason })}
          />
        )}
        <Steps plan={plan} />
        <Decisions decisions={plan.decisions} />
        {expiresAt && plan.state === 'submitted' && (
          <Quiet>{t('plan.approval.expires', { when: <When at={expiresAt} /> })}</Quiet>
        )}
        {plan.onBehalfOf && (
          <Text as="p">{t('plan.approval.for', { who: <Who entityRef={plan.onBehalfOf} /> })}</Text>
        )}
        {plan.decideRefusal && <Quiet>{refusalIn(t, plan.decideRefusal)}</Quiet>}
      </Flex>
    </Panel>
  );
};
