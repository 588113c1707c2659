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

interface UnlinkDialogProps {
  link: SlackLink;
  onClose: () => void;
}

const UnlinkDialog = ({ link, onClose }: UnlinkDialogProps) => {
  const [key, settle] = useIdempotencyKey();
  const remove = useAct('removeSlackLink');
  return (
    <ActionDialog
      title={`Unlink ${link.slackName}?`}
      confirm="Unlink"
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
      <Text>
        Within five minutes the account can do nothing for you in Slack any more. You can link it
        again at any time.
      </Text>
    </ActionDialog>
  );
};

/** The accounts that the person has linked. */
export const LinkedAccounts = () => {
  const { data, error, refetch } = useCall('mySlackLinks', {});
  const [unlinking, setUnlinking] = useState<SlackLink>();
  return (
    <Panel title="Linked accounts">
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!data && !error && <Loading what="your accounts" rows={1} height={48} />}
      {data?.items.length === 0 && (
        <Empty
          title="No account is linked"
          description="Link one in either of the ways below. An account may also be known from the directory; that is not shown here."
        />
      )}
      {data && data.items.length > 0 && (
        <PlainList>
          {data.items.map(link => (
            <li key={link.id}>
              <Flex align="center" justify="between" gap="4">
                <Text>
                  {link.slackName} ({link.slackUserId}) in the workspace {link.teamId}, since{' '}
                  <When at={link.linkedAt} />
                </Text>
                <Button
                  variant="secondary"
                  aria-label={`Unlink ${link.slackName} in ${link.teamId}`}
                  onPress={() => setUnlinking(link)}
                >
                  Unlink
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
