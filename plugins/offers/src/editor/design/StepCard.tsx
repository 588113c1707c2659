import { Checkbox, NumberField, Select, Text } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { erase, withoutMember, withStep } from './bundleDesign';
import styles from './Design.module.css';
import { MappingRows } from './MappingRows';
import { MovableItem } from './MovableItem';
import type { DesignedOption } from './optionDesign';
import { useT } from '../../words/useWords';

type Step = Bundle['steps'][number];

const NO_CHOICE = 'none';

interface StepCardProps {
  step: Step;
  title: string;
  /** the name in the address of its offer; undefined where it is not known */
  offerName: string | undefined;
  /** the options of its offer; undefined where they are not known */
  options: readonly DesignedOption[] | undefined;
  titleOf: (key: string) => string;
  bundle: Bundle;
  put: (bundle: Bundle) => void;
  onDraw: (waitsFor: string) => void;
  /** why what was drawn last from here was refused */
  refused: string | undefined;
}

const Waits = ({ step, titleOf, bundle, put, onDraw, refused }: StepCardProps) => {
  const t = useT();
  const others = bundle.steps.filter(({ key }) => key !== step.key);
  if (others.length === 0) return null;
  return (
    <fieldset className={styles.waits}>
      <legend>{t('member.waits')}</legend>
      {others.map(({ key }) => (
        <Checkbox
          key={key}
          isSelected={step.after.includes(key)}
          onChange={isWaiting => (isWaiting ? onDraw(key) : put(erase(bundle, step.key, key)))}
        >
          {titleOf(key)}
        </Checkbox>
      ))}
      {refused && (
        <Text as="p" className={styles.whole} variant="body-small" color="danger" role="alert">
          {refused}
        </Text>
      )}
    </fieldset>
  );
};

const Taking = ({ step, bundle, put }: StepCardProps) => {
  const t = useT();
  const change = (part: Partial<Step>) => put(withStep(bundle, step.key, part));
  const choose = (choice: string | undefined) => {
    const { choice: _choice, ...rest } = step;
    put({
      ...bundle,
      steps: bundle.steps.map(each =>
        each.key === step.key ? { ...rest, ...(choice ? { choice } : {}) } : each,
      ),
    });
  };
  return (
    <div className={styles.fields}>
      <NumberField
        label={t('member.quantity')}
        minValue={1}
        maxValue={1000}
        step={1}
        value={step.quantity}
        onChange={quantity => change({ quantity: Number.isNaN(quantity) ? 1 : quantity })}
      />
      {bundle.choices.length > 0 && (
        <Select
          label={t('member.choice')}
          value={step.choice ?? NO_CHOICE}
          onChange={key => choose(key === NO_CHOICE ? undefined : String(key))}
          options={[
            { id: NO_CHOICE, label: t('member.noChoice') },
            ...bundle.choices.map(({ key, title }) => ({ id: key, label: title || key })),
          ]}
        />
      )}
      <Select
        label={t('member.onFailure')}
        value={step.onFailure}
        onChange={key => change({ onFailure: key === 'keep' ? 'keep' : 'undo' })}
        options={[
          { id: 'undo', label: t('member.undo') },
          { id: 'keep', label: t('member.keep') },
        ]}
      />
      <Checkbox isSelected={step.optional} onChange={optional => change({ optional })}>
        {t('member.optional')}
      </Checkbox>
    </div>
  );
};

/** One member: how many, what it waits for, how its options are filled. */
export const StepCard = (props: StepCardProps) => {
  const { step, title, offerName, options, bundle, put } = props;
  const t = useT();
  return (
    <MovableItem
      id={step.key}
      label={title}
      words={{
        up: t('member.up', { title }),
        down: t('member.down', { title }),
        remove: t('member.remove', { title }),
      }}
      head={
        <>
          <Text weight="bold">{title}</Text>{' '}
          {title !== step.key && (
            <Text color="secondary" variant="body-small">
              {step.key}
            </Text>
          )}
        </>
      }
      onRemove={() => put(withoutMember(bundle, step.key))}
    >
      <Taking {...props} />
      <Waits {...props} />
      <MappingRows
        step={step}
        title={title}
        options={options}
        offerName={offerName}
        onChange={mapping => put(withStep(bundle, step.key, { options: mapping }))}
      />
    </MovableItem>
  );
};
