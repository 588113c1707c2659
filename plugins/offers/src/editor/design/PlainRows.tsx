import { Button, ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import rowStyles from '../fields/Rows.module.css';
import { useListFocus } from '../../parts/useListFocus';
import { useT } from '../../words/useWords';

interface PlainRowsProps<Row> {
  title: string;
  description?: string;
  /** what one item is called, such as `toggle` */
  item: string;
  rows: readonly Row[];
  render: (row: Row, change: (row: Row) => void) => ReactNode;
  onChange: (rows: Row[]) => void;
  /** what a new item holds; absent where none can be added here */
  make?: () => Row;
}

/** A list that is held as a whole: its items, each with a way to take it out, and a way to add one. */
export function PlainRows<Row>({ title, description, item, ...props }: PlainRowsProps<Row>) {
  const t = useT();
  const { rows, render, onChange, make } = props;
  const { list, adding, takingOut } = useListFocus<HTMLDivElement>(rows.length);
  return (
    <div ref={list} className={rowStyles.rows} data-list role="group" aria-label={title}>
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
      {rows.map((row, index) => (
        <div key={index} className={rowStyles.row} data-item>
          <div className={rowStyles.fields}>
            {render(row, changed =>
              onChange(rows.map((each, place) => (place === index ? changed : each))),
            )}
          </div>
          <ButtonIcon
            aria-label={t('draft.row.remove', { item, number: String(index + 1) })}
            icon={<RiDeleteBinLine />}
            variant="tertiary"
            onPress={({ target }) => {
              takingOut(target);
              onChange(rows.filter((_, place) => place !== index));
            }}
          />
        </div>
      ))}
      {make && (
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() => {
              adding();
              onChange([...rows, make()]);
            }}
          >
            {t('draft.row.add', { item })}
          </Button>
        </div>
      )}
    </div>
  );
}
