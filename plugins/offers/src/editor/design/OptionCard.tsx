import { Button, Text } from '@backstage/ui';
import { useState } from 'react';
import { useT, type T } from '../../words/useWords';
import { MovableItem } from './MovableItem';
import type { DesignedOption } from './optionDesign';
import { OptionFields, type OptionFieldsProps } from './OptionFields';
import { valueIn } from './ValueField';

/** What an option is, in a line. */
function inShort(t: T, { title, type, values, isRequired, when }: DesignedOption): string {
  const kind = t(`option.${type}`);
  return [
    title,
    type === 'choice' ? `${kind} (${values.length})` : kind,
    isRequired ? t('option.inShort.required') : '',
    when ? t('option.inShort.when', { option: when.option, value: valueIn(t, when.equals) }) : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** One option: what it is in a line, and its fields when they are asked for. */
export const OptionCard = (props: OptionFieldsProps & { onRemove: () => void }) => {
  const { option, onRemove, ...rest } = props;
  const t = useT();
  const { name } = option;
  // One that was just added says nothing yet, so its fields are there at once.
  const [isOpen, setOpen] = useState(option.title === '' && option.type === 'text');
  return (
    <MovableItem
      id={name}
      label={t('option.of', { name })}
      words={{
        up: t('option.upOf', { name }),
        down: t('option.downOf', { name }),
        remove: t('option.removeOf', { name }),
      }}
      head={
        <>
          <Text weight="bold">{name}</Text>{' '}
          <Text color="secondary" variant="body-small">
            {inShort(t, option)}
          </Text>
        </>
      }
      actions={
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'option.fold' : 'option.edit', { name })}
        </Button>
      }
      onRemove={onRemove}
    >
      {isOpen && <OptionFields option={option} {...rest} />}
    </MovableItem>
  );
};
