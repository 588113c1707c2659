import { Button, Dialog, DialogBody, DialogFooter, DialogHeader, Flex } from '@backstage/ui';
import type { FormEvent, ReactNode } from 'react';
import styles from './Ground.module.css';
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

/**
 * Asks before something is done; focus goes in and comes back to where it was. Enter in a field is the button that does
 * it, unless that destroys something.
 */
export const ActionDialog = (props: ActionDialogProps) => {
  const t = useT();
  const { destructive = false, isDisabled = false } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form around the dialog is none of its business.
    event.stopPropagation();
    if (!destructive && !isDisabled && !props.isPending) props.onConfirm();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => {
        if (!isOpen && !props.isPending) props.onClose();
      }}
      width={props.width ?? 'min(34rem, 92vw)'}
    >
      <form className={styles.form} noValidate onSubmit={submit}>
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
            destructive={destructive}
            {...(destructive ? { onPress: props.onConfirm } : { type: 'submit' })}
            isPending={props.isPending}
            isDisabled={isDisabled}
          >
            {props.confirm}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
};
