import { Button, Flex, Text, TextField } from '@backstage/ui';
import type { NamedSlackAccount } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';

interface ConfirmDialogProps {
  account: NamedSlackAccount;
  code: string;
  onClose: (linked: boolean) => void;
}

const ConfirmDialog = ({ account, code, onClose }: ConfirmDialogProps) => {
  const accept = useAct('acceptLinkCode');
  return (
    <ActionDialog
      title="Is this you?"
      confirm="Yes, link my account"
      onConfirm={() => accept.mutate({ body: { code } }, { onSuccess: () => onClose(true) })}
      onClose={() => onClose(false)}
      isPending={accept.isPending}
      error={accept.error}
    >
      <Text>
        The Slack account <strong>{account.slackName}</strong> ({account.slackUserId}) in the
        workspace {account.teamId} will act as you.
      </Text>
      <Text>
        Link it only if it is yours and you have just typed <code>/offer link</code> there yourself.
        If somebody gave you the code, go back, and tell the people who run the portal.
      </Text>
    </ActionDialog>
  );
};

/** Takes a code that Slack showed, and asks whether the account is the person's before it links. */
export const FromSlack = () => {
  const [code, setCode] = useState('');
  const [linked, setLinked] = useState(false);
  const check = useAct('checkLinkCode');
  const close = (isLinked: boolean) => {
    check.reset();
    setLinked(isLinked);
    if (isLinked) setCode('');
  };
  return (
    <Panel title="A code from Slack">
      <form
        onSubmit={event => {
          event.preventDefault();
          setLinked(false);
          check.mutate({ body: { code } });
        }}
      >
        <Flex direction="column" gap="4" align="start">
          <TextField
            label="Code"
            description="Type /offer link in Slack, and the code that it shows you here."
            autoComplete="off"
            value={code}
            onChange={setCode}
          />
          {check.error && <Problem error={check.error} />}
          <div role="status">{linked && <Text>The account is linked.</Text>}</div>
          <Button
            type="submit"
            variant="secondary"
            isPending={check.isPending}
            isDisabled={code.trim() === ''}
          >
            Check the code
          </Button>
        </Flex>
      </form>
      {check.data && <ConfirmDialog account={check.data} code={code} onClose={close} />}
    </Panel>
  );
};
