import { Button, Dialog, DialogBody, DialogFooter, DialogHeader, Flex } from '@backstage/ui';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
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

const CONTROLS = 'input:not([type="hidden"]), textarea, select, button:not([slot="close"])';

/** Whoever opens a dialog that begins with a text can write at once. A list that opens on focus is not opened unasked. */
function useFirstText() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>(CONTROLS);
    if (first?.matches('input[type="text"]:not([role="combobox"]), textarea')) first.focus();
  }, []);
  return form;
}

/**
 * Asks before something is done; focus goes in and comes back to where it was. Enter in a field is the button that does
 * it, unless that destroys something.
 */
export const ActionDialog = (props: ActionDialogProps) => {
  const t = useT();
  const { destructive = false, isDisabled = false } = props;
  const form = useFirstText();
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
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
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
            className={styles.danger}
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
