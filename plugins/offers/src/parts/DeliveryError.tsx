import { Text } from '@backstage/ui';
import { readSlackError } from '@offerdesk/backstage-plugin-offers-common';
import { codedIn } from '../words/coded';
import { toldIn } from '../words/told';
import { useT, type T } from '../words/useWords';

/** What Slack said was needed, as the bot keeps it behind what to do. */
const NEEDED = / \(needed: ([^)]+)\)$/;

function remedyIn(t: T, code: string, said: string): string {
  const scope = NEEDED.exec(said)?.[1];
  const bare = said.replace(NEEDED, '');
  const remedy = codedIn(
    t,
    'slackError.said',
    code,
    `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`,
  );
  return scope === undefined ? remedy : t('slackError.needed', { remedy, scope });
}

/** Why a message did not arrive, and what to do: by Slack's code, which is shown apart, or in the words of the bot. */
export const DeliveryError = ({ error }: { error: string }) => {
  const t = useT();
  const slack = readSlackError(error);
  if (!slack) return <Text as="p">{toldIn(t, error)}</Text>;
  const { code, remedy } = slack;
  return (
    <Text as="p">
      <code>{code}</code>
      <br />
      {remedyIn(t, code, remedy)}
    </Text>
  );
};
