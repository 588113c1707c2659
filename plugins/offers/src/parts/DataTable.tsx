import { VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

/** A column: its heading and what it shows of a row. */
export interface DataColumn<T> {
  label: string;
  /** share of the width, such as `40%`; by content where it is not given */
  width?: string;
  cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  /** what the table holds, for those who cannot see where it stands */
  caption: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** With more columns than the first a table becomes a list of blocks already beside a menu, with more than the second earlier. */
const [FEW, SOME] = [4, 6];

function howMany(columns: number): 'few' | 'some' | 'many' {
  if (columns > SOME) return 'many';
  return columns > FEW ? 'some' : 'few';
}

/**
 * A plain table to read. On a narrow screen each row becomes a block with its labels, where a grid of
 * @backstage/ui would have to be scrolled sideways; there is nothing to select or sort here.
 */
export function DataTable<T>({ caption, columns, rows, keyOf }: DataTableProps<T>) {
  return (
    <div className={styles.scroll} data-columns={howMany(columns.length)}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map(({ label, width }) => (
              <th key={label} scope="col" style={{ width }}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map(({ label, cell }) => (
                <td key={label} data-label={label}>
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
