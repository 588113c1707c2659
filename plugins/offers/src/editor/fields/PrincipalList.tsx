import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { EVERYONE, principalSchema } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { EntityBox } from './EntityBox';
import styles from './PrincipalList.module.css';
import { useField } from './useField';
import { useListFocus } from '../../parts/useListFocus';
import { useNames } from '../../parts/useNames';
import { principalIn } from '../../words/refs';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

const KINDS = ['user', 'group'];

interface PrincipalListProps {
  name:
    | `content.access.${'see' | 'order'}.${'allow' | 'deny'}`
    | `content.access.rings.${number}.groups`
    | `content.pricing.priceLists.${number}.audience`;
  label: string;
  description?: string;
}

function useAdding(list: readonly string[], onChange: (list: string[]) => void) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = (typed: string) => {
    if (!typed.trim()) return;
    const parsed = principalSchema.safeParse(typed);
    if (!parsed.success) {
      setProblem(parsed.error.issues[0]?.message);
      return;
    }
    if (!list.includes(parsed.data)) onChange([...list, parsed.data]);
    setText('');
    setProblem(undefined);
  };
  return {
    text,
    problem,
    add,
    change: (typed: string) => {
      setProblem(undefined);
      setText(typed);
    },
  };
}

/** Users, groups or everyone: chosen from the software catalogue or typed, and taken out again. */
export const PrincipalList = ({ name, label, description }: PrincipalListProps) => {
  const { value, onChange, error } = useField(name);
  const t = useT();
  const adding = useAdding(value, onChange);
  const nameOf = useNames(value);
  const { list, takingOut } = useListFocus<HTMLDivElement>(value.length);
  return (
    <div ref={list} className={styles.box} data-list role="group" aria-label={label}>
      <div className={styles.add}>
        <EntityBox
          label={label}
          {...(description ? { description } : {})}
          kinds={KINDS}
          extra={[{ id: EVERYONE, label: t('form.everyone') }]}
          value={adding.text}
          onChange={adding.change}
          onChoose={adding.add}
          // What was typed and left there is meant: it is added, or says what is wrong with it.
          onBlur={() => adding.add(adding.text)}
          error={adding.problem ? toldIn(t, adding.problem) : error}
        />
        <Button
          variant="secondary"
          onPress={() => adding.add(adding.text)}
          aria-label={t('form.addTo', { list: label })}
        >
          {t('form.add')}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={t('form.named', { list: label })}>
          {value.map(principal => (
            <li key={principal} className={styles.chip} data-item>
              <Text variant="body-small">{principalIn(t, principal, nameOf)}</Text>
              {principal !== EVERYONE && (
                <Text variant="body-x-small" color="secondary">
                  {principal}
                </Text>
              )}
              <ButtonIcon
                aria-label={t('form.removeFrom', {
                  item: principalIn(t, principal, nameOf),
                  list: label,
                })}
                icon={<RiCloseLine />}
                size="small"
                variant="tertiary"
                onPress={({ target }) => {
                  takingOut(target);
                  onChange(value.filter(other => other !== principal));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
