import { Button, Menu, MenuItem, MenuSeparator, MenuTrigger } from '@backstage/ui';
import { RiBookmarkLine } from '@remixicon/react';
import { memo, useCallback, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { useStored } from '../data/useStored';
import { useT } from '../words/useWords';
import { ManageSearchesDialog } from './ManageSearchesDialog';
import { SaveSearchDialog } from './SaveSearchDialog';
import { searchOf, withSearch, type SavedSearch } from './searches';
import { useShare } from './useShare';

const NONE: SavedSearch[] = [];

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
        <MenuItem id="share">{t('saved.shareThis')}</MenuItem>
        {saved.length > 0 ? <MenuItem id="manage">{t('saved.manage')}</MenuItem> : null}
      </Menu>
    </MenuTrigger>
  );
});

/** The searches that the reader keeps for themselves; each is an address, which can be shared. */
export const SavedSearches = () => {
  const navigate = useNavigate();
  const search = searchOf(useLocation().search);
  const { value: saved, store } = useStored('searches', NONE);
  const [asks, setAsks] = useState<'save' | 'manage'>();
  const share = useShare();
  // The router gives other functions for each address.
  const latest = useRef({ navigate, share, search });
  latest.current = { navigate, share, search };
  const choose = useCallback(
    (key: string) => {
      const now = latest.current;
      if (key === 'save' || key === 'manage') setAsks(key);
      else if (key === 'share') now.share(now.search);
      else now.navigate({ search: saved[Number(key)]?.search ?? '' });
    },
    [saved],
  );
  const close = () => setAsks(undefined);
  return (
    <>
      <SearchMenu saved={saved} onChoose={choose} />
      {asks === 'save' && (
        <SaveSearchDialog
          saved={saved}
          onSave={name => store(withSearch(saved, { name, search }))}
          onClose={close}
        />
      )}
      {asks === 'manage' && <ManageSearchesDialog saved={saved} onChange={store} onClose={close} />}
    </>
  );
};
