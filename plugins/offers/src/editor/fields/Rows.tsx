import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { get, useFormContext, useFormState } from 'react-hook-form';
import type { ReactNode } from 'react';
import type { DraftForm } from '../draftForm';
import styles from './Rows.module.css';
import { useUnmarkedUntilSaved } from './useUnmarkedUntilSaved';
import { useListFocus } from '../../parts/useListFocus';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

interface RowsProps {
  /** path of the list in the draft */
  name: string;
  title: string;
  description?: string;
  /** what one item is called, such as `charge` */
  item: string;
  /** keys of the items, in order */
  keys: readonly string[];
  render: (index: number) => ReactNode;
  onAdd: () => void;
  onRemove: (index: number) => void;
}

/** What is wrong with the list as a whole. */
function useListError(name: string): string | undefined {
  const { control } = useFormContext<DraftForm>();
  const { errors } = useFormState({ control });
  const error: unknown = get(errors, name);
  if (typeof error !== 'object' || error === null) return undefined;
  const whole: unknown = 'root' in error ? error.root : error;
  if (typeof whole !== 'object' || whole === null || !('message' in whole)) return undefined;
  return typeof whole.message === 'string' ? whole.message : undefined;
}

/** A list of the draft: its items, each with a way to take it out, and a way to add one. */
export const Rows = ({
  name,
  title,
  description,
  item,
  keys,
  render,
  onAdd,
  onRemove,
}: RowsProps) => {
  const t = useT();
  const error = useListError(name);
  const unmarked = useUnmarkedUntilSaved(name, keys);
  const { list, adding, takingOut } = useListFocus<HTMLDivElement>(keys.length);
  return (
    <div
      ref={list}
      className={styles.rows}
      data-field={name}
      data-list
      role="group"
      aria-label={title}
    >
      <div>
        <Text as="h4" variant="body-medium" weight="bold">
          {title}
        </Text>
        {description && (
          <Text as="p" variant="body-small" color="secondary">
            {description}
          </Text>
        )}
      </div>
      {keys.map((key, index) => (
        <div key={key} className={styles.row} data-item>
          <div className={styles.fields}>{render(index)}</div>
          <ButtonIcon
            aria-label={t('draft.row.remove', { item, number: String(index + 1) })}
            icon={<RiDeleteBinLine />}
            variant="tertiary"
            onPress={({ target }) => {
              takingOut(target);
              onRemove(index);
            }}
          />
        </div>
      ))}
      {error && <span className={styles.error}>{toldIn(t, error)}</span>}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          onPress={() => {
            adding();
            unmarked();
            onAdd();
          }}
        >
          {t('draft.row.add', { item })}
        </Button>
      </div>
    </div>
  );
};
