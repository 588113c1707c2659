import { SCENARIOS, type Scenario } from '@offerdesk/backstage-plugin-offers-common';
import styles from './Wizard.module.css';
import { useT } from '../words/useWords';

interface ScenarioStepProps {
  value: Scenario;
  onChange: (scenario: Scenario) => void;
}

/** Which of the four things a plan does. */
export const ScenarioStep = ({ value, onChange }: ScenarioStepProps) => {
  const t = useT();
  return (
    <fieldset className={styles.choices} aria-label={t('scenario.label')}>
      {SCENARIOS.map(scenario => (
        <label key={scenario} className={styles.choice}>
          <input
            type="radio"
            name="scenario"
            value={scenario}
            checked={scenario === value}
            onChange={() => onChange(scenario)}
          />
          <span>
            {t(`scenario.${scenario}`)}
            <span className={styles.quiet}>{t(`scenario.${scenario}Note`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
