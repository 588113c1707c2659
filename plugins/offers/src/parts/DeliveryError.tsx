import { Text } from '@backstage/ui';
import { readSlackError } from '@offerdesk/backstage-plugin-offers-common';

/** Why a message did not arrive, and what to do: the words of the bot, with Slack's code apart from them. */
export const DeliveryError = ({ error }: { error: string }) => {
  const slack = readSlackError(error);
  if (!slack) return <Text as="p">{error}</Text>;
  const { code, remedy } = slack;
  return (
    <Text as="p">
      <code>{code}</code>
      <br />
      {`${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`}
    </Text>
  );
};
