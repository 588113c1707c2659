import { Button, Flex, Text } from '@backstage/ui';
import type { SlackLink } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useAct, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ActionDialog } from '../parts/ActionDialog';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { useT } from '../words/useWords';

interface UnlinkDialogProps {
  link: SlackLink;
  onClose: () => void;
}

const UnlinkDialog = ({ link, onClose }: UnlinkDialogProps) => {
  const t = useT();
  const [key, settle] = useIdempotencyKey();
  const remove = useAct('removeSlackLink');
  return (
    <ActionDialog
      title={t('slack.unlinkAsk', { name: link.slackName })}
      confirm={t('slack.unlink')}
      destructive
      onConfirm={() =>
        remove.mutate(
          { params: { id: link.id }, idempotencyKey: key },
          { onSettled: (_done, error) => settle(error), onSuccess: onClose },
        )
      }
      onClose={onClose}
      isPending={remove.isPending}
      error={remove.error}
    >
      <Text>{t('slack.unlinkWhat')}</Text>
    </ActionDialog>
  );
};

/** The accounts that the person has linked. */
export const LinkedAccounts = () => {
  const t = useT();
  const { data, error, refetch } = useCall('mySlackLinks', {});
  const [unlinking, setUnlinking] = useState<SlackLink>();
  return (
    <Panel title={t('slack.linked')}>
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what={t('slack.accounts')} rows={1} height={48} />}
      {data?.items.length === 0 && (
        <Empty title={t('slack.none')} description={t('slack.noneWhy')} />
      )}
      {data && data.items.length > 0 && (
        <PlainList>
          {data.items.map(link => (
            <li key={link.id}>
              <Flex align="center" justify="between" gap="4">
                <Text>
                  {t('slack.account', {
                    name: link.slackName,
                    id: link.slackUserId,
                    team: link.teamId,
                    when: <When at={link.linkedAt} />,
                  })}
                </Text>
                <Button
                  variant="secondary"
                  aria-label={t('slack.unlinkOne', { name: link.slackName, team: link.teamId })}
                  onPress={() => setUnlinking(link)}
                >
                  {t('slack.unlink')}
                </Button>
              </Flex>
            </li>
          ))}
        </PlainList>
      )}
      {unlinking && <UnlinkDialog link={unlinking} onClose={() => setUnlinking(undefined)} />}
    </Panel>
  );
};
