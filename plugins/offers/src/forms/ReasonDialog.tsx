import { TextAreaField } from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { ActionDialog } from '../parts/ActionDialog';
import { useT } from '../words/useWords';

interface ReasonDialogProps {
  title: string;
  confirm: string;
  /** what the reason is called, where it is more than a reason */
  label?: string;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  isPending: boolean;
  /** whether something else is still missing */
  isDisabled?: boolean;
  error: Error | null;
  destructive?: boolean;
  width?: string;
  /** what it does, said before the reason is asked for */
  children?: ReactNode;
}

/** Asks for the reason of an act that needs one (rule 12), after saying what the act does. */
export const ReasonDialog = ({ label, onConfirm, children, ...rest }: ReasonDialogProps) => {
  const t = useT();
  const [reason, setReason] = useState('');
  return (
    <ActionDialog
      {...rest}
      onConfirm={() => onConfirm(reason.trim())}
      isDisabled={reason.trim() === '' || (rest.isDisabled ?? false)}
    >
      {children}
      <TextAreaField
        label={label ?? t('form.reason')}
        isRequired
        secondaryLabel={t('form.required')}
        maxLength={2000}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
