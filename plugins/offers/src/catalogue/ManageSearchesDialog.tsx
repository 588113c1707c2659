import {
  Button,
  ButtonIcon,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextField,
} from '@backstage/ui';
import { RiCheckLine, RiDeleteBinLine, RiLink, RiPencilLine } from '@remixicon/react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import ground from '../parts/Ground.module.css';
import { useAnnounce } from '../parts/LiveRegion';
import { useListFocus } from '../parts/useListFocus';
import { useT } from '../words/useWords';
import styles from './SavedSearches.module.css';
import { LONGEST_NAME } from './SaveSearchDialog';
import { renamed, type SavedSearch } from './searches';
import { useShare } from './useShare';

interface RenameProps {
  name: string;
  isTaken: (name: string) => boolean;
  /** the name that it has from now on; the same where it stays */
  onDone: (name: string) => void;
}

/** Asks for another name at its place. Escape keeps the old one. */
const Rename = ({ name, isTaken, onDone }: RenameProps) => {
  const t = useT();
  const [next, setNext] = useState(name);
  const given = next.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given && !isTaken(given)) onDone(given);
  };
  return (
    <form onSubmit={submit} className={styles.row}>
      <TextField
        // eslint-disable-next-line jsx-a11y/no-autofocus -- who asked to rename it types next
        autoFocus
        className={styles.name}
        aria-label={t('saved.newName', { name })}
        value={next}
        onChange={setNext}
        maxLength={LONGEST_NAME}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          // It would close the dialog.
          event.preventDefault();
          onDone(name);
        }}
        validationBehavior="aria"
        validate={() => (isTaken(given) ? t('saved.taken') : null)}
      />
      <ButtonIcon
        type="submit"
        variant="secondary"
        aria-label={t('saved.keepName')}
        icon={<RiCheckLine />}
        isDisabled={!given || isTaken(given)}
      />
    </form>
  );
};

interface ManageSearchesDialogProps {
  saved: readonly SavedSearch[];
  onChange: (saved: SavedSearch[]) => void;
  onClose: () => void;
}

/** The kept searches, each with a way to rename, share and remove it; what was removed can be brought back. */
export const ManageSearchesDialog = ({ saved, onChange, onClose }: ManageSearchesDialogProps) => {
  const t = useT();
  const share = useShare();
  const announce = useAnnounce();
  const [renaming, setRenaming] = useState<string>();
  const [before, setBefore] = useState<{ name: string; saved: readonly SavedSearch[] }>();
  const { list, takingOut } = useListFocus<HTMLUListElement>(saved.length);
  const renamedTo = useRef<string>();
  useEffect(() => {
    if (renaming !== undefined || renamedTo.current === undefined) return;
    // The button that began it stands there again.
    const at = saved.findIndex(({ name }) => name === renamedTo.current);
    renamedTo.current = undefined;
    list.current?.querySelectorAll<HTMLElement>('[data-rename] button')[at]?.focus();
  }, [renaming, saved, list]);
  const rename = (from: string, to: string) => {
    if (to !== from) {
      onChange(renamed(saved, from, to));
      announce(t('saved.renamed', { name: to }));
    }
    renamedTo.current = to;
    setRenaming(undefined);
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width="min(32rem, 92vw)">
      <DialogHeader>{t('saved.manageTitle')}</DialogHeader>
      <DialogBody>
        <div className={ground.ground}>
          <ul ref={list} className={styles.list} aria-label={t('saved.title')} tabIndex={-1}>
            {saved.map(({ name, search }) => (
              <li key={name} data-item>
                {renaming === name ? (
                  <Rename
                    name={name}
                    isTaken={other => other !== name && saved.some(each => each.name === other)}
                    onDone={to => rename(name, to)}
                  />
                ) : (
                  <div className={styles.row}>
                    <Text className={styles.name}>{name}</Text>
                    <span data-rename>
                      <ButtonIcon
                        variant="tertiary"
                        aria-label={t('saved.rename', { name })}
                        icon={<RiPencilLine />}
                        onPress={() => setRenaming(name)}
                      />
                    </span>
                    <ButtonIcon
                      variant="tertiary"
                      aria-label={t('saved.share', { name })}
                      icon={<RiLink />}
                      onPress={() => share(search)}
                    />
                    <ButtonIcon
                      variant="tertiary"
                      aria-label={t('saved.removeOne', { name })}
                      icon={<RiDeleteBinLine />}
                      onPress={({ target }) => {
                        takingOut(target);
                        setBefore({ name, saved });
                        onChange(saved.filter(other => other.name !== name));
                        announce(t('saved.removed', { name }));
                      }}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
          {saved.length === 0 && <Text color="secondary">{t('saved.none')}</Text>}
          {before && (
            <div className={styles.row}>
              <Text className={styles.name}>{t('saved.removed', { name: before.name })}</Text>
              <Button
                variant="secondary"
                size="small"
                onPress={() => {
                  onChange([...before.saved]);
                  setBefore(undefined);
                  list.current?.focus();
                }}
              >
                {t('saved.undo', { name: before.name })}
              </Button>
            </div>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('parts.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
