import { Button, Dialog, DialogBody, DialogFooter, DialogHeader, Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Problem } from './Problem';
import { useT } from '../words/useWords';

interface ActionDialogProps {
  title: string;
  /** what the button that does it says */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  isPending: boolean;
  isDisabled?: boolean;
  destructive?: boolean;
  error?: Error | null;
  width?: string;
  children: ReactNode;
}

/** Asks before something is done; focus goes in and comes back to where it was. */
export const ActionDialog = (props: ActionDialogProps) => {
  const t = useT();
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen && !props.isPending) props.onClose();
      }}
      width={props.width ?? 'min(34rem, 92vw)'}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {props.children}
          {props.error && <Problem error={props.error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose} isDisabled={props.isPending}>
          {t('parts.back')}
        </Button>
        <Button
          variant="primary"
          destructive={props.destructive ?? false}
          onPress={props.onConfirm}
          isPending={props.isPending}
          isDisabled={props.isDisabled ?? false}
        >
          {props.confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
