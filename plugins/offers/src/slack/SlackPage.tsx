import { Flex } from '@backstage/ui';
import { Page } from '../parts/Page';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { EverybodysAccounts } from './EverybodysAccounts';
import { FromSlack } from './FromSlack';
import { LinkedAccounts } from './LinkedAccounts';
import { ToSlack } from './ToSlack';

/** Which Slack accounts act for the person, and how another one comes to. */
export default function SlackPage() {
  const t = useT();
  const { may } = useMe();
  return (
    <Page title={t('shell.slack')} lede={t('slack.lede')}>
      <Flex direction="column" gap="4">
        <LinkedAccounts />
        <ToSlack />
        <FromSlack />
        {may('manageSlackLinks') && <EverybodysAccounts />}
      </Flex>
    </Page>
  );
}
