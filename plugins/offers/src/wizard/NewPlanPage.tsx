import { Button, Flex } from '@backstage/ui';
import { scenarioRules } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { fieldsOf } from '../data/problems';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { DateStep } from './DateStep';
import { EndsStep } from './EndsStep';
import { OffersStep } from './OffersStep';
import { ScenarioStep } from './ScenarioStep';
import { contentFaults, endOf, instantIn, planBody, scenarioOf, type PlanDraft } from './wizard';
import styles from './Wizard.module.css';
import { useT } from '../words/useWords';

const STEPS = ['wizard.stepWhat', 'wizard.stepBrings', 'wizard.stepWhen'] as const;

/** The plan as the address begins it: a scenario, a demand, offers. */
function useDraft() {
  const [params] = useSearchParams();
  const [draft, setDraft] = useState<PlanDraft>(() => {
    const zone = readersZone();
    return {
      scenario: scenarioOf(params.get('scenario')),
      offers: [],
      ends: [],
      title: params.get('title')?.slice(0, 120) ?? '',
      zone,
      release: tomorrowAtNine(new Date(), zone),
      preparation: '',
      note: '',
      demandIds: params.getAll('demand').slice(0, 50),
    };
  });
  return {
    draft,
    wanted: params.getAll('offer').slice(0, 10),
    change: (part: Partial<PlanDraft>) => setDraft(before => ({ ...before, ...part })),
  };
}

/** Puts an offer that the address names into the draft, once it is known. */
const WantedOffer = ({
  id,
  draft,
  change,
}: { id: string } & Pick<ReturnType<typeof useDraft>, 'draft' | 'change'>) => {
  const { data } = useCall('getOffer', { params: { id } });
  const isTaken = useRef(false);
  useEffect(() => {
    if (!data || isTaken.current) return;
    isTaken.current = true;
    const offer = { id: data.id, name: data.name, title: data.title };
    if (scenarioRules[draft.scenario].ends) change({ ends: [...draft.ends, endOf(offer)] });
    else change({ offers: [...draft.offers, offer] });
  }, [data, draft, change]);
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

const Wizard = () => {
  const t = useT();
  const { draft, change, wanted } = useDraft();
  const [step, setStep] = useState(wanted.length > 0 ? 1 : 0);
  const [isShowingFaults, setShowingFaults] = useState(false);
  const links = useLinks();
  const navigate = useNavigate();
  const { run, isPending, error } = useIntent('createPlan', {
    done: ({ title }) => t('wizard.made', { title }),
    onDone: ({ id }) => navigate(links.plan(id)),
  });
  const faultOf = (field: string) =>
    fieldsOf(t, error).find(found => found.field.replace(/^body\./, '').startsWith(field))?.remedy;
  const faults = step === 1 ? contentFaults(draft) : [];
  const isDated = instantIn(draft.release, draft.zone) !== undefined;

  const goOn = () => {
    if (step === STEPS.length - 1) {
      run(idempotencyKey => ({ body: planBody(draft), idempotencyKey }));
      return;
    }
    setShowingFaults(faults.length > 0);
    if (faults.length === 0) setStep(step + 1);
  };

  return (
    <Page
      title={t('wizard.title')}
      back={{ label: t('wizard.back'), href: links.plans }}
      lede={t('wizard.lede')}
    >
      {wanted[0] && draft.offers.length + draft.ends.length === 0 && (
        <WantedOffer id={wanted[0]} draft={draft} change={change} />
      )}
      <Stepper step={step} />
      <div className={styles.body}>
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
            <Button variant="secondary" onPress={() => setStep(step - 1)} isDisabled={isPending}>
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
      </div>
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
