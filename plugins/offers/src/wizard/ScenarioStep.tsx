import { scenarioSchema, type Scenario } from '@offerdesk/backstage-plugin-offers-common';
import { scenarios } from '../plans/words';
import styles from './Wizard.module.css';

const notes: Readonly<Record<Scenario, string>> = {
  new: 'Offers that were never published begin.',
  change: 'The next version of offers that are published.',
  bundle: 'Several offers are ordered as one.',
  terminate: 'Offers end, with notice, and with a replacement where there is one.',
};

interface ScenarioStepProps {
  value: Scenario;
  onChange: (scenario: Scenario) => void;
}

/** Which of the four things a plan does. */
export const ScenarioStep = ({ value, onChange }: ScenarioStepProps) => (
  <fieldset className={styles.choices} aria-label="What the plan does">
    {scenarioSchema.options.map(scenario => (
      <label key={scenario} className={styles.choice}>
        <input
          type="radio"
          name="scenario"
          value={scenario}
          checked={scenario === value}
          onChange={() => onChange(scenario)}
        />
        <span>
          {scenarios[scenario]}
          <span className={styles.quiet}>{notes[scenario]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);
