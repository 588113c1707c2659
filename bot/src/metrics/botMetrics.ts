import { metrics } from '@opentelemetry/api';
import { HealthState } from '../health';
import { PrometheusMeterProvider } from './prometheusMeter';

/** What the bot measures. */
export interface BotMetrics {
  /** a request of Slack was acknowledged after some seconds */
  acknowledged(kind: string, seconds: number): void;
  /** a delivery was settled, some seconds after it was begun */
  delivered(about: { kind: string; act: string; result: string }, seconds: number): void;
  /** Slack asked to wait for some seconds before the next message */
  limited(seconds: number): void;
  /** a claim of deliveries was answered, or not */
  claimed(result: 'some' | 'none' | 'failed'): void;
  /** the text for Prometheus; undefined when a registered SDK takes the figures */
  exposed: (() => Promise<{ type: string; text: string }>) | undefined;
}

/**
 * Measures through OpenTelemetry. An SDK that was registered before (`node --require ./instrumentation.cjs`) takes the
 * figures; without one they are kept for `GET /metrics`. They hold counts and times, and no ids, names or texts.
 */
export function botMetrics(health: () => HealthState): BotMetrics {
  const own = new PrometheusMeterProvider();
  const meter = isRegistered() ? metrics.getMeter('offerdesk-slack-bot') : own.getMeter();
  const acks = meter.createHistogram('offerdesk.slack.ack.seconds', {
    description: 'Time from a request of Slack to its acknowledgement',
    unit: 's',
  });
  const deliveries = meter.createHistogram('offerdesk.slack.delivery.seconds', {
    description: 'Time from the beginning of a delivery to its outcome',
    unit: 's',
  });
  const waits = meter.createHistogram('offerdesk.slack.rate_limit.seconds', {
    description: 'How long Slack asked to wait',
    unit: 's',
  });
  const claims = meter.createCounter('offerdesk.slack.claims', {
    description: 'Claims of deliveries',
  });
  meter
    .createObservableGauge('offerdesk.slack.up', { description: '1 while all works, else 0' })
    .addCallback(result => {
      const { slackConnected, lastClaimOk } = health();
      result.observe(slackConnected && lastClaimOk === true ? 1 : 0);
    });
  return {
    acknowledged: (kind, seconds) => acks.record(seconds, { kind }),
    delivered: (about, seconds) => deliveries.record(seconds, about),
    limited: seconds => waits.record(seconds),
    claimed: result => claims.add(1, { result }),
    exposed: isRegistered()
      ? undefined
      : async () => ({ type: own.registry.contentType, text: await own.registry.metrics() }),
  };
}

/** Whether an SDK has been registered: without one the API gives a provider that measures nothing. */
function isRegistered(): boolean {
  return metrics.getMeterProvider().constructor.name !== 'NoopMeterProvider';
}
