import { Alert, Button, Flex } from '@backstage/ui';
import { scenarioRules } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { remedyFor } from '../data/problems';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { DateStep } from './DateStep';
import { EndsStep } from './EndsStep';
import { OffersStep } from './OffersStep';
import { ScenarioStep } from './ScenarioStep';
import { usePlanDraft } from './usePlanDraft';
import { contentFaults, endOf, instantIn, planBody } from './wizard';
import styles from './Wizard.module.css';
import { useT } from '../words/useWords';

const STEPS = ['wizard.stepWhat', 'wizard.stepBrings', 'wizard.stepWhen'] as const;

/** Puts an offer that the address names into the draft, once it is known; one that is not to be had is left out. */
const WantedOffer = ({
  id,
  draft,
  change,
}: { id: string } & Pick<ReturnType<typeof usePlanDraft>, 'draft' | 'change'>) => {
  const { data, error } = useCall('getOffer', { params: { id } });
  const isTaken = useRef(false);
  useEffect(() => {
    if ((!data && !error) || isTaken.current) return;
    isTaken.current = true;
    const wanted = draft.wanted.filter(each => each !== id);
    const taken = data ? [{ id: data.id, name: data.name, title: data.title }] : [];
    if (scenarioRules[draft.scenario].ends)
      change({ wanted, ends: [...draft.ends, ...taken.map(endOf)] });
    else change({ wanted, offers: [...draft.offers, ...taken] });
  }, [id, data, error, draft, change]);
  return null;
};

const Stepper = ({ step }: { step: number }) => {
  const t = useT();
  return (
    <ol className={styles.steps} aria-label={t('wizard.steps')}>
      {STEPS.map((name, index) => (
        <li
          key={name}
          className={styles.step}
          {...(index === step ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={styles.number} aria-hidden="true">
            {index + 1}
          </span>
          {t(name)}
        </li>
      ))}
    </ol>
  );
};

/** Whoever goes on to another step hears and has the focus on where they are now. */
function useFocusOfStep(step: number) {
  const body = useRef<HTMLElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) body.current?.focus({ preventScroll: true });
    before.current = step;
  }, [step]);
  return body;
}

/** Tells that this is a plan that was begun before, which is what a reload should find and a new plan may not be. */
const BegunBefore = ({ onAnew }: { onAnew: () => void }) => {
  const t = useT();
  return (
    <Alert
      className={styles.notice}
      status="info"
      icon
      title={t('wizard.begunBefore')}
      customActions={
        <Button size="small" variant="secondary" onPress={onAnew}>
          {t('wizard.beginAnew')}
        </Button>
      }
    />
  );
};

const Wizard = () => {
  const t = useT();
  const { draft, change, step, go, isRecalled, beginAnew, forget } = usePlanDraft(STEPS.length);
  const [isShowingFaults, setShowingFaults] = useState(false);
  const body = useFocusOfStep(step);
  const links = useLinks();
  const navigate = useNavigate();
  const { run, isPending, error } = useIntent('createPlan', {
    done: ({ title }) => t('wizard.made', { title }),
    onDone: ({ id }) => {
      forget();
      navigate(links.plan(id));
    },
  });
  const faultOf = (name: string) => remedyFor(t, error, name);
  const faults = step === 1 ? contentFaults(draft) : [];
  const isDated = instantIn(draft.release, draft.zone) !== undefined;

  const goOn = () => {
    if (step === STEPS.length - 1) {
      run(idempotencyKey => ({ body: planBody(draft), idempotencyKey }));
      return;
    }
    setShowingFaults(faults.length > 0);
    if (faults.length === 0) go(step + 1);
  };

  return (
    <Page
      title={t('wizard.title')}
      back={{ label: t('wizard.back'), href: links.plans }}
      lede={t('wizard.lede')}
    >
      {draft.wanted[0] && (
        <WantedOffer key={draft.wanted[0]} id={draft.wanted[0]} draft={draft} change={change} />
      )}
      {isRecalled && <BegunBefore onAnew={beginAnew} />}
      <Stepper step={step} />
      <section
        ref={body}
        tabIndex={-1}
        className={styles.body}
        aria-label={t(STEPS[step] ?? STEPS[0])}
      >
        {step === 0 && (
          <ScenarioStep value={draft.scenario} onChange={scenario => change({ scenario })} />
        )}
        {step === 1 && scenarioRules[draft.scenario].ends && (
          <EndsStep
            zone={draft.zone}
            onZone={zone => change({ zone })}
            value={draft.ends}
            onChange={ends => change({ ends })}
          />
        )}
        {step === 1 && !scenarioRules[draft.scenario].ends && (
          <OffersStep
            scenario={draft.scenario}
            value={draft.offers}
            onChange={offers => change({ offers })}
          />
        )}
        {step === 2 && <DateStep draft={draft} change={change} faultOf={faultOf} />}
        {isShowingFaults && faults.length > 0 && (
          <ul className={styles.faults} role="alert">
            {faults.map(({ fault, of }) => (
              <li key={`${of} ${fault}`}>
                {of ? t('fault.of', { title: of, fault: t(fault) }) : t(fault)}
              </li>
            ))}
          </ul>
        )}
        {error && <Problem error={error} />}
        <Flex gap="2">
          {step > 0 && (
            <Button variant="secondary" onPress={() => go(step - 1)} isDisabled={isPending}>
              {t('parts.back')}
            </Button>
          )}
          <Button
            variant="primary"
            onPress={goOn}
            isPending={isPending}
            isDisabled={step === 2 && !isDated}
          >
            {t(step === STEPS.length - 1 ? 'wizard.make' : 'wizard.goOn')}
          </Button>
        </Flex>
      </section>
    </Page>
  );
};

/** Makes a plan of one of the four scenarios, step by step. */
export default function NewPlanPage() {
  const t = useT();
  return (
    <StaffOnly title={t('wizard.title')} allows={({ may }) => may('managePlan')}>
      <Wizard />
    </StaffOnly>
  );
}
