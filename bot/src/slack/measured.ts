import { App } from '@slack/bolt';
import { BotMetrics } from '../metrics/botMetrics';
import { CameIn } from './answerTime';

/** Measures how long each request of Slack by Socket Mode waits for its acknowledgement, and tells listeners when it came in. */
export function measureAcks(app: App, metrics: Pick<BotMetrics, 'acknowledged'>): void {
  const process = app.processEvent.bind(app);
  app.processEvent = event => {
    const cameIn: CameIn = { cameInAt: performance.now() };
    const { ack } = event;
    return process({
      ...event,
      customProperties: cameIn,
      ack: async response => {
        await ack(response);
        metrics.acknowledged(kindOf(event.body), (performance.now() - cameIn.cameInAt) / 1000);
      },
    });
  };
}

/** The kind of a request, for figures and log lines: one of Slack's few, whatever is sent. */
export function kindOf(body: Readonly<Record<string, unknown>>): string {
  if ('command' in body) return 'command';
  return typeof body.type === 'string' && /^[a-z_]{1,30}$/.test(body.type) ? body.type : 'other';
}
