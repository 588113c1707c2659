import { Page } from '../parts/Page';
import { useT } from '../words/useWords';
import { FromSlack } from './FromSlack';
import { LinkedAccounts } from './LinkedAccounts';
import { ToSlack } from './ToSlack';

/** Which Slack accounts act for the person, and how another one comes to. */
export default function SlackPage() {
  const t = useT();
  return (
    <Page title={t('shell.slack')} lede={t('slack.lede')}>
      <LinkedAccounts />
      <ToSlack />
      <FromSlack />
    </Page>
  );
}
