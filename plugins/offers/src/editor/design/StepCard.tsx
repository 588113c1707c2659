import { Button, Checkbox, NumberField, Select, Text } from '@backstage/ui';
import { RiDraggable } from '@remixicon/react';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { erase, withoutMember, withStep } from './bundleDesign';
import styles from './Design.module.css';
import { MappingRows } from './MappingRows';
import { useT } from '../../words/useWords';

type Step = Bundle['steps'][number];

const NO_CHOICE = 'none';
const MIME = 'text/x-offers-step';

interface StepCardProps {
  step: Step;
  title: string;
  titleOf: (key: string) => string;
  bundle: Bundle;
  put: (bundle: Bundle) => void;
  onDraw: (waitsFor: string) => void;
  onMove: (by: -1 | 1) => void;
  onDrop: (key: string) => void;
}

const Waits = ({ step, titleOf, bundle, put, onDraw }: StepCardProps) => {
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

/** One member: how many, what it waits for, how its options are filled; dragged, or moved with its buttons. */
export const StepCard = (props: StepCardProps) => {
  const { step, title, bundle, put, onMove, onDrop } = props;
  const t = useT();
  const [isOver, setOver] = useState(false);
  return (
    <li
      className={styles.item}
      aria-label={title}
      data-over={isOver}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes(MIME)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.getData(MIME);
        if (dropped && dropped !== step.key) onDrop(dropped);
      }}
    >
      <div className={styles.head}>
        <span
          draggable
          className={styles.handle}
          onDragStart={event => {
            event.dataTransfer.setData(MIME, step.key);
            event.dataTransfer.setData('text/plain', title);
          }}
        >
          <RiDraggable size={16} aria-hidden="true" /> <Text weight="bold">{title}</Text>{' '}
          <Text color="secondary" variant="body-small">
            {step.key}
          </Text>
        </span>
        <span>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(-1)}
            aria-label={t('member.up', { title })}
          >
            {t('option.up')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onMove(1)}
            aria-label={t('member.down', { title })}
          >
            {t('option.down')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => put(withoutMember(bundle, step.key))}
            aria-label={t('member.remove', { title })}
          >
            {t('option.remove')}
          </Button>
        </span>
      </div>
      <Taking {...props} />
      <Waits {...props} />
      <MappingRows
        step={step}
        title={title}
        onChange={options => put(withStep(bundle, step.key, { options }))}
      />
    </li>
  );
};
