import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { useState, type FormEvent } from 'react';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';

const LONGEST_NAME = 60;

interface SaveSearchDialogProps {
  onSave: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name under which a search is kept. */
export const SaveSearchDialog = ({ onSave, onClose }: SaveSearchDialogProps) => {
  const t = useT();
  const toast = useToast();
  const [name, setName] = useState('');
  const given = name.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!given) return;
    onSave(given);
    toast(t('saved.done', { name: given }));
    onClose();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width="min(28rem, 92vw)">
      <form onSubmit={save}>
        <DialogHeader>{t('saved.save')}</DialogHeader>
        <DialogBody>
          <TextField
            label={t('saved.name')}
            description={t('saved.nameHint')}
            value={name}
            onChange={setName}
            maxLength={LONGEST_NAME}
          />
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

interface RemoveSearchDialogProps {
  saved: readonly { name: string }[];
  onRemove: (name: string) => void;
  onClose: () => void;
}

/** Shows the kept searches, each with a way to remove it. */
export const RemoveSearchDialog = ({ saved, onRemove, onClose }: RemoveSearchDialogProps) => {
  const t = useT();
  const toast = useToast();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width="min(28rem, 92vw)">
      <DialogHeader>{t('saved.removeTitle')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="2">
          {saved.map(({ name }) => (
            <Button
              key={name}
              variant="secondary"
              destructive
              onPress={() => {
                onRemove(name);
                toast(t('saved.removed', { name }));
                if (saved.length === 1) onClose();
              }}
            >
              {t('saved.removeOne', { name })}
            </Button>
          ))}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('parts.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
