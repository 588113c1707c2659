import { Page } from '../parts/Page';
import { FromSlack } from './FromSlack';
import { LinkedAccounts } from './LinkedAccounts';
import { ToSlack } from './ToSlack';

/** Which Slack accounts act for the person, and how another one comes to. */
export default function SlackPage() {
  return (
    <Page
      title="Slack"
      lede="A linked Slack account acts as you: it approves, publishes and orders nothing that you could not do here."
    >
      <LinkedAccounts />
      <ToSlack />
      <FromSlack />
    </Page>
  );
}
