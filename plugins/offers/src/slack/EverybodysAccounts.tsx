import { useApi } from '@backstage/core-plugin-api';
import { Button, Text, TextField } from '@backstage/ui';
import type { SlackLink } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useT } from '../words/useWords';
import { linksAskedBy } from './linksAskedBy';

const EndDialog = ({ link, onClose }: { link: SlackLink; onClose: () => void }) => {
  const t = useT();
  const { run, isPending, error } = useIntent('endSlackLink', {
    done: t('slack.ended'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('slack.endAsk', { name: link.slackName })}
      confirm={t('slack.end')}
      destructive
      onConfirm={reason =>
        run(idempotencyKey => ({ params: { id: link.id }, body: { reason }, idempotencyKey }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text>{t('slack.endEffect', { user: link.user })}</Text>
    </ReasonDialog>
  );
};

/** Which Slack account acts as whom, and the way to end that for another person. */
export const EverybodysAccounts = () => {
  const t = useT();
  const api = useApi(offersApiRef);
  const [typed, setTyped] = useState('');
  const [ending, setEnding] = useState<SlackLink>();
  const asked = linksAskedBy(typed);
  const found = usePages(
    ['slack-links', asked],
    (cursor, signal) =>
      api.call(
        'listSlackLinks',
        { query: { ...asked, ...(cursor ? { cursor } : {}) } },
        { signal },
      ),
    { enabled: asked !== undefined },
  );
  return (
    <Panel title={t('slack.everybody')} note={t('slack.everybodyNote')}>
      <TextField
        label={t('slack.find')}
        description={asked ? t('slack.findHow') : t('slack.findOdd')}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
      {found.error && <Problem error={found.error} onRetry={() => found.refetch()} />}
      {!found.items && !found.error && <Loading what={t('slack.links')} rows={2} height={40} />}
      {found.items?.length === 0 && (
        <Text color="secondary">{t(typed.trim() ? 'slack.notFound' : 'slack.nobody')}</Text>
      )}
      {found.items && found.items.length > 0 && (
        <DataTable
          caption={t('slack.everybody')}
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            { label: t('slack.user'), cell: ({ user }) => <Who entityRef={user} /> },
            {
              label: t('slack.asAccount'),
              cell: ({ slackName, slackUserId }) => `${slackName} (${slackUserId})`,
            },
            { label: t('slack.workspace'), cell: ({ teamId }) => teamId },
            { label: t('slack.since'), cell: ({ linkedAt }) => <When at={linkedAt} /> },
            {
              label: t('slack.end'),
              cell: link => (
                <Button
                  size="small"
                  variant="secondary"
                  aria-label={t('slack.endOne', { name: link.slackName, team: link.teamId })}
                  onPress={() => setEnding(link)}
                >
                  {t('slack.end')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button variant="tertiary" size="small" onPress={() => found.fetchNextPage()}>
          {t('slack.more')}
        </Button>
      )}
      {ending && <EndDialog link={ending} onClose={() => setEnding(undefined)} />}
    </Panel>
  );
};
