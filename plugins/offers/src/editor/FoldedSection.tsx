import { Button } from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { Panel } from '../parts/Panel';
import { useT } from '../words/useWords';

interface FoldedSectionProps {
  title: string;
  note: string;
  /** path of the part in the draft */
  field: string;
  /** whether there is something in it to be seen at once */
  isFilled: boolean;
  children: ReactNode;
}

/** A part of the draft that many offers do without: folded until it holds something or is asked for. */
export const FoldedSection = ({ title, note, field, isFilled, children }: FoldedSectionProps) => {
  const t = useT();
  const [isOpen, setOpen] = useState(isFilled);
  return (
    <div data-field={field} data-folded={!isOpen}>
      <Panel
        title={title}
        note={note}
        aside={
          <Button
            size="small"
            variant="tertiary"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'editor.fold' : 'editor.open', { section: title })}
          </Button>
        }
      >
        {isOpen && <div data-unfolded>{children}</div>}
      </Panel>
    </div>
  );
};
