import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { useAnnounce } from '../../parts/LiveRegion';
import { useListFocus } from '../../parts/useListFocus';
import { useT } from '../../words/useWords';
import styles from './Movable.module.css';

interface Dragged {
  id: string;
  label: string;
}

/** What an item of a list needs to be moved in it. */
export interface Moving {
  /** the item that is dragged, and what it is called */
  dragged: Dragged | undefined;
  drag: (item: Dragged | undefined) => void;
  placeOf: (key: string) => number;
  /** whether an item may come to stand at a place */
  allows: (key: string, place: number) => boolean;
  /** said before an item is taken out, with the button that does it */
  takingOut: (button: Element) => void;
  /** puts an item at a place; `label` says to who hears it what was moved */
  move: (key: string, place: number, label: string) => void;
}

const MovingIn = createContext<Moving | undefined>(undefined);

/** How the items of the list around are moved. */
export function useMoving(): Moving {
  const moving = useContext(MovingIn);
  if (!moving) throw new Error('A movable item stands in a MovableList.');
  return moving;
}

interface MovableListProps {
  label: string;
  keys: readonly string[];
  /** items of one group stay together: nothing is moved among those of another */
  groupOf?: (key: string) => string;
  onMove: (key: string, place: number) => void;
  children: ReactNode;
}

const TOGETHER = () => '';

/** A list whose items are ordered by dragging or by their buttons; where an item went is read out. */
export const MovableList = (props: MovableListProps) => {
  const { label, keys, groupOf = TOGETHER, onMove, children } = props;
  const t = useT();
  const announce = useAnnounce();
  const [dragged, drag] = useState<Dragged>();
  const { list, takingOut } = useListFocus<HTMLOListElement>(keys.length);
  const moving = useMemo((): Moving => {
    const allows = (key: string, place: number) => {
      const there = keys[place];
      return there !== undefined && groupOf(there) === groupOf(key);
    };
    return {
      dragged,
      drag,
      takingOut,
      placeOf: key => keys.indexOf(key),
      allows,
      move: (key, place, title) => {
        if (!allows(key, place)) return;
        onMove(key, place);
        announce(t('option.moved', { title, place: String(place + 1), all: String(keys.length) }));
      },
    };
  }, [dragged, keys, groupOf, onMove, takingOut, announce, t]);
  return (
    <MovingIn.Provider value={moving}>
      <ol ref={list} className={styles.list} data-list aria-label={label}>
        {children}
      </ol>
    </MovingIn.Provider>
  );
};
