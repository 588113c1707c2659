import { Button, Menu, MenuItem, MenuSeparator, MenuTrigger } from '@backstage/ui';
import { RiBookmarkLine } from '@remixicon/react';
import { memo, useCallback, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useStored } from '../data/useStored';
import { useT } from '../words/useWords';
import { RemoveSearchDialog, SaveSearchDialog } from './SavedSearchDialogs';

/** A search that the reader keeps: its name, and what stood in the address. */
export type SavedSearch = { name: string; search: string };

const NONE: SavedSearch[] = [];

/** So many find room in a list; the oldest goes when there are more. */
const MOST = 30;

/** What of an address is the search: neither the page nor what is chosen to compare. */
function searchOf(address: string): string {
  const params = new URLSearchParams(address);
  params.delete('cursor');
  params.delete('compare');
  return params.toString();
}

interface SearchMenuProps {
  saved: readonly SavedSearch[];
  onChoose: (key: string) => void;
}

const SearchMenu = memo(({ saved, onChoose }: SearchMenuProps) => {
  const t = useT();
  return (
    <MenuTrigger>
      <Button variant="secondary" iconStart={<RiBookmarkLine />}>
        {t('saved.title')}
      </Button>
      <Menu onAction={key => onChoose(String(key))}>
        {saved.map(({ name }, index) => (
          <MenuItem key={name} id={String(index)}>
            {name}
          </MenuItem>
        ))}
        {saved.length > 0 ? <MenuSeparator /> : null}
        <MenuItem id="save">{t('saved.save')}</MenuItem>
        {saved.length > 0 ? <MenuItem id="remove">{t('saved.remove')}</MenuItem> : null}
      </Menu>
    </MenuTrigger>
  );
});

/** The searches that the reader keeps for themselves; each is an address. */
export const SavedSearches = () => {
  const navigate = useNavigate();
  const search = searchOf(useLocation().search);
  const { value: saved, store } = useStored('searches', NONE);
  const [asks, setAsks] = useState<'save' | 'remove'>();
  // The router gives another function for each address.
  const latest = useRef(navigate);
  latest.current = navigate;
  const choose = useCallback(
    (key: string) => {
      if (key === 'save' || key === 'remove') setAsks(key);
      else latest.current({ search: saved[Number(key)]?.search ?? '' });
    },
    [saved],
  );
  return (
    <>
      <SearchMenu saved={saved} onChoose={choose} />
      {asks === 'save' && (
        <SaveSearchDialog
          onSave={name =>
            store([...saved.filter(other => other.name !== name), { name, search }].slice(-MOST))
          }
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === 'remove' && (
        <RemoveSearchDialog
          saved={saved}
          onRemove={name => store(saved.filter(other => other.name !== name))}
          onClose={() => setAsks(undefined)}
        />
      )}
    </>
  );
};
