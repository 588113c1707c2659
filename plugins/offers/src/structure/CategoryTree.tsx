import { useRef, useState, type KeyboardEvent, type MutableRefObject } from 'react';
import { useT } from '../words/useWords';
import type { PlacedItem } from './treeDraft';
import styles from './Structure.module.css';

interface CategoryTreeProps {
  label: string;
  items: readonly PlacedItem[];
  selected: string | undefined;
  /** the name of what is being dragged, which may be of another tree */
  dragged: MutableRefObject<string | undefined>;
  onSelect: (name: string) => void;
  /** `parent` undefined: to the top */
  onMove: (name: string, parent: string | undefined) => void;
}

/**
 * The tree of categories. Arrow keys move among them; Alt with the right arrow puts one below the sibling before it,
 * Alt with the left arrow takes it out of its parent; with the mouse, one is dragged onto another.
 */
export const CategoryTree = (props: CategoryTreeProps) => {
  const { label, items, selected, dragged, onSelect, onMove } = props;
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const [over, setOver] = useState<string>();
  const focusable = items.some(({ name }) => name === selected) ? selected : items[0]?.name;

  const focus = (name: string | undefined) => {
    if (name === undefined) return;
    onSelect(name);
    list.current?.querySelector<HTMLElement>(`[data-name="${name}"]`)?.focus();
  };
  const put = (item: PlacedItem, index: number, key: string) => {
    if (key === 'ArrowLeft' && item.parent !== undefined) {
      onMove(item.name, items.find(({ name }) => name === item.parent)?.parent);
    }
    if (key === 'ArrowRight') {
      const sibling = items
        .slice(0, index)
        .reverse()
        .find(({ parent, depth }) => parent === item.parent && depth === item.depth);
      if (sibling) onMove(item.name, sibling.name);
    }
  };
  const onKey = (event: KeyboardEvent, item: PlacedItem, index: number) => {
    const { key, altKey } = event;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: index - 1,
      ArrowDown: index + 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = steps[key];
    if (to !== undefined && !altKey) {
      event.preventDefault();
      focus(items[to]?.name);
    } else if (altKey && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      event.preventDefault();
      put(item, index, key);
    }
  };

  return (
    <ul ref={list} role="tree" className={styles.tree} aria-label={label}>
      {items.map((item, index) => (
        <li
          key={item.name}
          role="treeitem"
          aria-level={item.depth + 1}
          aria-selected={item.name === selected}
          className={styles.item}
          style={{ ['--depth' as string]: item.depth }}
          data-name={item.name}
          data-over={over === item.name}
          tabIndex={item.name === focusable ? 0 : -1}
          onClick={() => onSelect(item.name)}
          onKeyDown={event => onKey(event, item, index)}
          draggable
          onDragStart={() => {
            dragged.current = item.name;
          }}
          onDragOver={event => {
            event.preventDefault();
            setOver(item.name);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={event => {
            event.preventDefault();
            setOver(undefined);
            if (dragged.current && dragged.current !== item.name) {
              onMove(dragged.current, item.name);
            }
          }}
        >
          {item.isChanged ? t('structure.changed', { title: item.title }) : item.title}
        </li>
      ))}
    </ul>
  );
};
