import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { EntityBox } from '../editor/fields/EntityBox';
import styles from '../editor/fields/PrincipalList.module.css';
import { useNames } from '../parts/useNames';
import { principalIn } from '../words/refs';
import { useT } from '../words/useWords';

interface RefListProps {
  label: string;
  description?: string;
  /** kinds that are suggested */
  kinds: readonly string[];
  value: readonly string[];
  onChange: (refs: string[]) => void;
  error?: string | undefined;
  isRequired?: boolean;
}

/** References to entities, outside the editor: chosen or typed, and taken out again. */
export const RefList = ({
  label,
  description,
  kinds,
  value,
  onChange,
  error,
  isRequired,
}: RefListProps) => {
  const t = useT();
  const nameOf = useNames(value);
  const [text, setText] = useState('');
  const add = (typed: string) => {
    const ref = typed.trim().toLowerCase();
    if (!ref) return;
    if (!value.includes(ref)) onChange([...value, ref]);
    setText('');
  };
  return (
    <div className={styles.box} role="group" aria-label={label}>
      <div className={styles.add}>
        <EntityBox
          label={label}
          {...(description ? { description } : {})}
          kinds={kinds}
          value={text}
          onChange={setText}
          onChoose={add}
          onBlur={() => add(text)}
          error={error}
          mark={isRequired ? t('form.required') : undefined}
        />
        <Button
          variant="secondary"
          onPress={() => add(text)}
          aria-label={t('form.addTo', { list: label })}
        >
          {t('form.add')}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={t('form.named', { list: label })}>
          {value.map(ref => (
            <li key={ref} className={styles.chip}>
              <Text variant="body-small">{principalIn(t, ref, nameOf)}</Text>
              <Text variant="body-x-small" color="secondary">
                {ref}
              </Text>
              <ButtonIcon
                aria-label={t('form.removeFrom', {
                  item: principalIn(t, ref, nameOf),
                  list: label,
                })}
                icon={<RiCloseLine />}
                size="small"
                variant="tertiary"
                onPress={() => onChange(value.filter(other => other !== ref))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
