import { Button, Flex, Text, TextField } from '@backstage/ui';
import type { NamedSlackAccount } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct } from '../data/useCall';
import { ActionDialog } from '../parts/ActionDialog';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { useT } from '../words/useWords';

interface ConfirmDialogProps {
  account: NamedSlackAccount;
  code: string;
  onClose: (linked: boolean) => void;
}

const ConfirmDialog = ({ account, code, onClose }: ConfirmDialogProps) => {
  const t = useT();
  const accept = useAct('acceptLinkCode');
  return (
    <ActionDialog
      title={t('slack.ask')}
      confirm={t('slack.yes')}
      onConfirm={() => accept.mutate({ body: { code } }, { onSuccess: () => onClose(true) })}
      onClose={() => onClose(false)}
      isPending={accept.isPending}
      error={accept.error}
    >
      <Text>
        {t('slack.askWho', {
          name: <strong>{account.slackName}</strong>,
          id: account.slackUserId,
          team: account.teamId,
        })}
      </Text>
      <Text>{t('slack.askCare', { command: <code>/offer link</code> })}</Text>
    </ActionDialog>
  );
};

/** Takes a code that Slack showed, and asks whether the account is the person's before it links. */
export const FromSlack = () => {
  const t = useT();
  const [code, setCode] = useState('');
  const [linked, setLinked] = useState(false);
  const check = useAct('checkLinkCode');
  const close = (isLinked: boolean) => {
    check.reset();
    setLinked(isLinked);
    if (isLinked) setCode('');
  };
  return (
    <Panel title={t('slack.fromTitle')}>
      <form
        onSubmit={event => {
          event.preventDefault();
          setLinked(false);
          check.mutate({ body: { code } });
        }}
      >
        <Flex direction="column" gap="4" align="start">
          <TextField
            label={t('slack.code')}
            description={t('slack.codeHow')}
            autoComplete="off"
            style={{ inlineSize: 'min(100%, 20rem)' }}
            value={code}
            onChange={setCode}
          />
          {check.error && <Problem error={check.error} />}
          <div role="status">{linked && <Text>{t('slack.isLinked')}</Text>}</div>
          <Button
            type="submit"
            variant="secondary"
            isPending={check.isPending}
            isDisabled={code.trim() === ''}
          >
            {t('slack.check')}
          </Button>
        </Flex>
      </form>
      {check.data && <ConfirmDialog account={check.data} code={code} onClose={close} />}
    </Panel>
  );
};
