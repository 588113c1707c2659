import { Checkbox, Radio, RadioGroup, Text } from '@backstage/ui';
import type { Bundle, ConsumerContent } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';
import styles from './Quote.module.css';
import type { Quoting } from './useQuote';

interface StepsProps {
  content: ConsumerContent;
  quoting: Quoting;
  /** what a step of the bundle is called */
  stepTitle: (key: string) => string;
}

interface SomeStepsProps extends Pick<StepsProps, 'quoting' | 'stepTitle'> {
  /** the keys of the steps that are free here */
  keys: readonly string[];
}

/** Steps of which each is taken or not. */
const StepBoxes = ({ keys, quoting: { choosing, choose }, stepTitle }: SomeStepsProps) => (
  <>
    {keys.map(key => (
      <Checkbox
        key={key}
        isSelected={choosing.steps.includes(key)}
        onChange={isIn =>
          choose({
            steps: isIn ? [...choosing.steps, key] : choosing.steps.filter(other => other !== key),
          })
        }
      >
        {stepTitle(key)}
      </Checkbox>
    ))}
  </>
);

type Choice = Bundle['choices'][number];

/** Whether as many are taken as the choice asks for. */
const isMade = ({ atLeast, atMost }: Choice, keys: readonly string[], taken: readonly string[]) => {
  const count = keys.filter(key => taken.includes(key)).length;
  return count >= atLeast && count <= atMost;
};

/** The steps of a choice, and how many of them are taken: nobody is told off for what they have not yet been asked. */
const ChoiceOfSteps = ({ choice, ...some }: SomeStepsProps & { choice: Choice }) => {
  const t = useT();
  const { keys, quoting, stepTitle } = some;
  const { choosing, choose, hasChosen } = quoting;
  const { title, atLeast, atMost } = choice;
  if (atLeast === 1 && atMost === 1) {
    return (
      <RadioGroup
        label={title}
        value={keys.find(key => choosing.steps.includes(key)) ?? null}
        onChange={key =>
          choose({ steps: [...choosing.steps.filter(other => !keys.includes(other)), key] })
        }
      >
        {keys.map(key => (
          <Radio key={key} value={key}>
            {stepTitle(key)}
          </Radio>
        ))}
      </RadioGroup>
    );
  }
  const range = atLeast === atMost ? String(atMost) : `${atLeast}–${atMost}`;
  const isMissing = hasChosen && !isMade(choice, keys, choosing.steps);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      <Text
        as="p"
        variant="body-small"
        color={isMissing ? 'danger' : 'secondary'}
        role={isMissing ? 'status' : undefined}
      >
        {t('quote.chooseSome', { range })}
      </Text>
      <StepBoxes {...some} />
    </fieldset>
  );
};

/** The steps of a bundle that the reader takes or leaves: by choices, and each for itself. */
export const Steps = ({ content: { bundle }, quoting, stepTitle }: StepsProps) => {
  const t = useT();
  if (!bundle) return null;
  const { choosing, problems, hasChosen } = quoting;
  const choices = bundle.choices.map(choice => ({
    choice,
    keys: bundle.steps.filter(step => step.choice === choice.key).map(({ key }) => key),
  }));
  const free = bundle.steps.filter(({ optional, choice }) => optional && !choice);
  const areMade = choices.every(({ choice, keys }) => isMade(choice, keys, choosing.steps));
  return (
    <>
      {choices.map(({ choice, keys }) => (
        <ChoiceOfSteps key={choice.key} {...{ choice, keys, quoting, stepTitle }} />
      ))}
      {free.length > 0 && (
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('quote.steps')}</legend>
          <StepBoxes keys={free.map(({ key }) => key)} quoting={quoting} stepTitle={stepTitle} />
        </fieldset>
      )}
      {hasChosen &&
        areMade &&
        problems
          .filter(({ field }) => field === 'steps')
          .map(({ remedy }) => (
            <Text key={remedy} as="p" variant="body-small" color="danger" role="status">
              {remedy}
            </Text>
          ))}
    </>
  );
};
