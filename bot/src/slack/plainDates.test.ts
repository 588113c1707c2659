import { App, ReceiverEvent } from '@slack/bolt';
import { readersDate } from '../views/text';
import { answerInPlainDates } from './plainDates';

test('a workspace that shows date markup as it is written gets the next view of a form with dates in UTC', async () => {
  const acked: unknown[] = [];
  const views = [{ text: readersDate('2027-03-01T09:00:00.000Z') }, { text: 'No date <@U1>' }];
  const app: Pick<App, 'processEvent'> = {
    processEvent: async ({ ack }) => {
      for (const view of views) await ack({ response_action: 'update', view });
      await ack();
    },
  };
  answerInPlainDates(app);
  // Of what Slack sends only the answer to it is read.
  const event = { ack: async (said: unknown) => acked.push(said) } as unknown as ReceiverEvent;
  await app.processEvent(event);
  expect(acked).toEqual([
    { response_action: 'update', view: { text: '1 Mar 2027, 09:00 UTC' } },
    { response_action: 'update', view: { text: 'No date <@U1>' } },
    undefined,
  ]);
});
