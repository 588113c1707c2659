import { App, ReceiverEvent } from '@slack/bolt';
import { BotMetrics } from '../metrics/botMetrics';

/** Measures how long each request of Slack waits for its acknowledgement, whichever way it came. */
export function measureAcks(app: App, metrics: Pick<BotMetrics, 'acknowledged'>): void {
  const process = app.processEvent.bind(app);
  app.processEvent = event => {
    const begun = performance.now();
    const { ack } = event;
    return process({
      ...event,
      ack: async response => {
        await ack(response);
        metrics.acknowledged(kindOf(event), (performance.now() - begun) / 1000);
      },
    });
  };
}

function kindOf({ body }: ReceiverEvent): string {
  if ('command' in body) return 'command';
  return typeof body.type === 'string' && /^[a-z_]{1,30}$/.test(body.type) ? body.type : 'other';
}
