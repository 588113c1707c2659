import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './CheckList.module.css';
import { useT } from '../words/useWords';
import { toldIn } from '../words/told';

/** One thing that holds or does not. */
export interface Check {
  id: string;
  holds: boolean;
  sentence: ReactNode;
  /** what to do, when it does not hold */
  remedy?: string | undefined;
  /** leads to where it can be mended */
  onChoose?: (() => void) | undefined;
}

interface CheckListProps {
  checks: readonly Check[];
  label: string;
  /** how the two states are read out */
  words?: { holds: string; fails: string };
}

/** Things that hold or do not, each with a mark, its words and its remedy. */
export const CheckList = ({ checks, label, words }: CheckListProps) => {
  const t = useT();
  const told = (said: ReactNode) => (typeof said === 'string' ? toldIn(t, said) : said);
  const { holds: met, fails } = words ?? { holds: t('check.met'), fails: t('check.missing') };
  return (
    <ul className={styles.list} aria-label={label}>
      {checks.map(({ id, holds, sentence, remedy, onChoose }) => (
        <li key={id} className={styles.item} data-holds={holds}>
          {holds ? (
            <RiCheckLine className={styles.met} size={20} aria-hidden="true" />
          ) : (
            <RiCloseLine className={styles.missing} size={20} aria-hidden="true" />
          )}
          <span>
            <VisuallyHidden>{holds ? met : fails}: </VisuallyHidden>
            {onChoose && !holds ? (
              <button type="button" className={styles.choose} onClick={onChoose}>
                {told(sentence)}
              </button>
            ) : (
              told(sentence)
            )}
            {!holds && remedy && <span className={styles.remedy}>{told(remedy)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
};
