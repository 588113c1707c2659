import { App } from '@slack/bolt';
import { FetchFunction } from '@slack/web-api';

const DATE = /<!date\^\d+\^[^|>]*\|([^>]*)>/g;

/** A request body with dates in UTC in place of Slack's date markup. */
export function withPlainDates(body: string): string {
  if (body.startsWith('{')) return plain(body);
  const fields = [...new URLSearchParams(body)].map(([name, value]) => [name, plain(value)]);
  return new URLSearchParams(fields).toString();
}

function plain(text: string): string {
  return text.replace(DATE, '$1');
}

/** For workspaces that show date markup as it is written, such as the local one: dates go out in UTC. */
export const fetchWithPlainDates: FetchFunction = (url, init) => {
  const body = init?.body;
  return fetch(url, {
    ...init,
    ...(typeof body === 'string' ? { body: withPlainDates(body) } : {}),
  });
};

/** The same for what is answered to a request itself, such as the next view of a form. */
export function answerInPlainDates(app: Pick<App, 'processEvent'>): void {
  const process = app.processEvent.bind(app);
  app.processEvent = event => process({ ...event, ack: said => event.ack(plainIn(said)) });
}

function plainIn<T>(said: T): T {
  return typeof said === 'object' && said !== null ? JSON.parse(plain(JSON.stringify(said))) : said;
}
