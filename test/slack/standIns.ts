/** The stand-ins for Slack and the portal as a process of their own, so that whoever measures does nothing else. */
import { fakePortal, fakeSlack, Taken } from './fakes';

/** What they are told. */
export type Order =
  | { do: 'answer-after'; ms: number }
  | { do: 'announce'; channels: readonly string[]; messages: number }
  | { do: 'tell' };

/** What they tell: where they are, and what came to them so far. */
export interface Heard {
  slackUrl: string;
  portalUrl: string;
  /** private answers that reached people */
  answers: number;
  posts: number;
  limited: number;
  taken: readonly Taken[];
  /** announcements that were not settled as sent */
  open: number;
}

async function main(): Promise<void> {
  const slack = await fakeSlack(Number(process.argv[2]));
  const portal = await fakePortal();
  const tell = () =>
    process.send?.({
      slackUrl: slack.url,
      portalUrl: portal.url,
      ...slack.counted,
      taken: slack.taken,
      open: portal.queue.filter(({ state }) => state !== 'sent').length,
    } satisfies Heard);
  process.on('message', (order: Order) => {
    if (order.do === 'answer-after') portal.options.answerAfterMs = order.ms;
    if (order.do === 'announce') {
      for (let message = 0; message < order.messages; message += 1) {
        for (const channel of order.channels) portal.enqueue(channel);
      }
    }
    tell();
  });
  tell();
}

void main();
