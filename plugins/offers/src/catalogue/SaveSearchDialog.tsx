import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextField,
} from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import ground from '../parts/Ground.module.css';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';
import { costOf, MOST_SAVED, type SavedSearch } from './searches';

/** The longest name that a menu shows whole. */
export const LONGEST_NAME = 60;

interface SaveSearchDialogProps {
  saved: readonly SavedSearch[];
  onSave: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name under which a search is kept, and says what goes for it. */
export const SaveSearchDialog = ({ saved, onSave, onClose }: SaveSearchDialogProps) => {
  const t = useT();
  const toast = useToast();
  const [name, setName] = useState('');
  const given = name.trim();
  const cost = costOf(saved, given);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!given) return;
    onSave(given);
    toast(t('saved.done', { name: given }));
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width="min(28rem, 92vw)">
      <form onSubmit={save} className={ground.form}>
        <DialogHeader>{t('saved.save')}</DialogHeader>
        <DialogBody>
          <TextField
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for nothing else
            autoFocus
            label={t('saved.name')}
            description={t('saved.nameHint')}
            value={name}
            onChange={setName}
            maxLength={LONGEST_NAME}
          />
          <Text as="p" variant="body-small" color="secondary" role="status">
            {cost.kind === 'replaces' && t('saved.replaces')}
            {cost.kind === 'drops' &&
              t('saved.full', { number: String(MOST_SAVED), name: cost.name })}
          </Text>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={onClose}>
            {t('parts.back')}
          </Button>
          <Button variant="primary" type="submit" isDisabled={!given}>
            {t('saved.confirm')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
};
