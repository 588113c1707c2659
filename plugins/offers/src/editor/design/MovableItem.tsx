import { Button, ButtonIcon } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine, RiDeleteBinLine, RiDraggable } from '@remixicon/react';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useT } from '../../words/useWords';
import styles from './Movable.module.css';
import { useMoving } from './MovableList';

interface MovableItemProps {
  /** its key in the list */
  id: string;
  /** what it is called, for who hears it */
  label: string;
  /** what its buttons do, in words */
  words: { up: string; down: string; remove: string };
  /** what it says of itself in a line */
  head: ReactNode;
  /** more that can be done with it */
  actions?: ReactNode;
  onRemove: () => void;
  children?: ReactNode;
}

type Way = 'up' | 'down';

/** Buttons that move an item; the one that was pressed keeps the focus, and at the end of the way the other gets it. */
const MoveButtons = ({ id, label, words }: Pick<MovableItemProps, 'id' | 'label' | 'words'>) => {
  const { placeOf, allows, move } = useMoving();
  const place = placeOf(id);
  const [up, down] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const pressed = useRef<Way>();
  const can = { up: allows(id, place - 1), down: allows(id, place + 1) };
  useEffect(() => {
    // React moves the other item or this one, as it sees fit, and what is moved in the document loses the focus.
    if (!pressed.current) return;
    const wanted = pressed.current === 'up' ? [up, down] : [down, up];
    pressed.current = undefined;
    wanted.find(({ current }) => current && !current.disabled)?.current?.focus();
  }, [place, up, down]);
  const press = (way: Way) => {
    pressed.current = way;
    move(id, place + (way === 'up' ? -1 : 1), label);
  };
  return (
    <>
      <ButtonIcon
        ref={up}
        size="small"
        variant="tertiary"
        icon={<RiArrowUpLine />}
        isDisabled={!can.up}
        onPress={() => press('up')}
        aria-label={words.up}
      />
      <ButtonIcon
        ref={down}
        size="small"
        variant="tertiary"
        icon={<RiArrowDownLine />}
        isDisabled={!can.down}
        onPress={() => press('down')}
        aria-label={words.down}
      />
    </>
  );
};

/** What an item does when another one is dragged over it and let go. */
function useLanding({ id, label }: Pick<MovableItemProps, 'id' | 'label'>) {
  const { dragged, drag, placeOf, allows, move } = useMoving();
  const item = useRef<HTMLLIElement>(null);
  const [isOver, setOver] = useState(false);
  const place = placeOf(id);
  const taken = dragged && dragged.id !== id && allows(dragged.id, place) ? dragged : undefined;
  const side = taken && placeOf(taken.id) < place ? 'after' : 'before';
  return {
    handle: {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData('text/plain', label);
        event.dataTransfer.effectAllowed = 'move';
        if (item.current) event.dataTransfer.setDragImage(item.current, 16, 16);
        drag({ id, label });
      },
      onDragEnd: () => drag(undefined),
    },
    landing: {
      ref: item,
      'data-dragged': dragged?.id === id,
      'data-lands': taken && isOver ? side : undefined,
      onDragOver: (event: DragEvent) => {
        if (!taken) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const entered = event.relatedTarget;
        if (entered instanceof Node && event.currentTarget.contains(entered)) return;
        setOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        if (taken) move(taken.id, place, taken.label);
        drag(undefined);
      },
    },
  };
}

/** An item of a list that is ordered: dragged, or moved with its buttons. */
export const MovableItem = (props: MovableItemProps) => {
  const { id, label, words, head, actions, onRemove, children } = props;
  const t = useT();
  const { handle, landing } = useLanding({ id, label });
  const { takingOut } = useMoving();
  return (
    <li {...landing} className={styles.item} data-item aria-label={label}>
      <div className={styles.head}>
        <span {...handle} className={styles.handle}>
          <RiDraggable size={16} aria-hidden="true" />
          <span>{head}</span>
        </span>
        <span className={styles.buttons}>
          {actions}
          <MoveButtons id={id} label={label} words={words} />
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiDeleteBinLine />}
            onPress={({ target }) => {
              takingOut(target);
              onRemove();
            }}
            aria-label={words.remove}
          >
            {t('option.remove')}
          </Button>
        </span>
      </div>
      {children}
    </li>
  );
};
