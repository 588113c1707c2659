import {
  Attributes,
  BatchObservableCallback,
  Counter as OtelCounter,
  createNoopMeter,
  Histogram as OtelHistogram,
  Meter,
  MeterProvider,
  MetricOptions,
  Observable,
  ObservableGauge,
  ObservableResult,
} from '@opentelemetry/api';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Bounds in seconds, for what takes from a millisecond to half a minute. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/**
 * The part of OpenTelemetry's metrics that the bot uses (counters, histograms, observed gauges), kept for a Prometheus
 * server to fetch. It stands in when no SDK is registered; another provider takes its place.
 */
export class PrometheusMeterProvider implements MeterProvider {
  readonly registry = new Registry();

  getMeter(): Meter {
    const { registry } = this;
    const noop = createNoopMeter();
    return {
      createCounter: (name, options) => counter(registry, name, options),
      createHistogram: (name, options) => histogram(registry, name, options),
      createObservableGauge: (name, options) => observed(registry, name, options),
      createGauge: (name, options) => noop.createGauge(name, options),
      createUpDownCounter: (name, options) => noop.createUpDownCounter(name, options),
      createObservableCounter: (name, options) => noop.createObservableCounter(name, options),
      createObservableUpDownCounter: (name, options) =>
        noop.createObservableUpDownCounter(name, options),
      addBatchObservableCallback: (callback: BatchObservableCallback, of: Observable[]) =>
        noop.addBatchObservableCallback(callback, of),
      removeBatchObservableCallback: (callback: BatchObservableCallback, of: Observable[]) =>
        noop.removeBatchObservableCallback(callback, of),
    };
  }
}

/** Prometheus wants to know the attributes of an instrument beforehand; OpenTelemetry has no place for them. */
const LABELS = ['kind', 'act', 'result'];

function described(registry: Registry, name: string, options: MetricOptions | undefined) {
  return {
    name: name.replace(/\./g, '_'),
    help: options?.description ?? name,
    labelNames: LABELS,
    registers: [registry],
  };
}

function counter(registry: Registry, name: string, options?: MetricOptions): OtelCounter {
  const kept = new Counter(described(registry, name, options));
  return { add: (value, attributes) => kept.inc(textOf(attributes), value) };
}

function histogram(registry: Registry, name: string, options?: MetricOptions): OtelHistogram {
  const kept = new Histogram({ ...described(registry, name, options), buckets: SECONDS });
  return { record: (value, attributes) => kept.observe(textOf(attributes), value) };
}

function observed(registry: Registry, name: string, options?: MetricOptions): ObservableGauge {
  const callbacks = new Set<(result: ObservableResult) => void | Promise<void>>();
  const gauge = new Gauge({
    ...described(registry, name, options),
    registers: [],
    async collect() {
      for (const callback of callbacks) {
        await callback({ observe: (value, attributes) => this.set(textOf(attributes), value) });
      }
    },
  });
  registry.registerMetric(gauge);
  return {
    addCallback: callback => callbacks.add(callback),
    removeCallback: callback => callbacks.delete(callback),
  };
}

function textOf(attributes: Attributes = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, `${value}`]));
}
