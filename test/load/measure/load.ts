import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { median, quantile } from './stats';

/** One request of a load. */
export interface Shot {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** The requests of a load, one after the other. */
export type Shots = (number: number) => Shot;

/** How long each answer took, in milliseconds, and how many of them were no success. */
export interface Answers {
  latencies: number[];
  failures: number;
  seconds: number;
  /** what the backend and its database took of the processor meanwhile, in milliseconds */
  cpu?: number;
}

async function fire(pool: Pool, { method = 'GET', path, headers, body }: Shot): Promise<boolean> {
  const answer = await pool.request({ method, path, headers, body: body ?? null });
  await answer.body.dump();
  return answer.statusCode < 400;
}

/**
 * A load at a fixed rate (as `autocannon -R`): requests are due at their instants whether or not earlier ones
 * were answered, and a latency counts from the instant that the request was due, so that waiting is not hidden.
 */
export async function atRate(
  address: string,
  shots: Shots,
  { rate, seconds, connections = 64 }: { rate: number; seconds: number; connections?: number },
): Promise<Answers> {
  const pool = new Pool(address, { connections });
  const answers: Answers = { latencies: [], failures: 0, seconds };
  const running: Promise<void>[] = [];
  const began = performance.now();
  const total = Math.floor(rate * seconds);
  for (let number = 0; number < total; number += 1) {
    const due = began + (number * 1000) / rate;
    while (performance.now() < due) await wait(Math.max(0, due - performance.now() - 0.5));
    running.push(
      fire(pool, shots(number)).then(succeeded => {
        answers.latencies.push(performance.now() - due);
        if (!succeeded) answers.failures += 1;
      }),
    );
  }
  await Promise.all(running);
  await pool.close();
  return answers;
}

/** As many requests as some clients get answered who each send the next one when the last was answered. */
export async function saturating(
  address: string,
  shots: Shots,
  { seconds, clients = 12 }: { seconds: number; clients?: number },
): Promise<Answers> {
  const pool = new Pool(address, { connections: clients });
  const answers: Answers = { latencies: [], failures: 0, seconds };
  const began = performance.now();
  const end = began + seconds * 1000;
  let number = 0;
  const client = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      number += 1;
      if (!(await fire(pool, shots(number)))) answers.failures += 1;
      answers.latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  answers.seconds = (performance.now() - began) / 1000;
  await pool.close();
  return answers;
}

/** How long a given number of requests takes, some at once; each is sent once, in order. */
export async function burst(
  address: string,
  shots: readonly Shot[],
  clients: number,
): Promise<Answers> {
  const pool = new Pool(address, { connections: clients, headersTimeout: 0, bodyTimeout: 0 });
  const answers: Answers = { latencies: [], failures: 0, seconds: 0 };
  const waiting = [...shots].reverse();
  const began = performance.now();
  const client = async () => {
    for (let shot = waiting.pop(); shot; shot = waiting.pop()) {
      const sent = performance.now();
      if (!(await fire(pool, shot))) answers.failures += 1;
      answers.latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  answers.seconds = (performance.now() - began) / 1000;
  await pool.close();
  return answers;
}

/** The figures of one side over all its turns. */
export interface Side {
  /** answers a second, the median of the turns */
  rate: number;
  /** the medians of the turns' quantiles, in milliseconds */
  p50: number;
  p99: number;
  /** milliseconds of the processor that an answer took, backend and database together */
  cpu: number;
  failures: number;
  turns: Turn[];
}

interface Turn {
  rate: number;
  p50: number;
  p99: number;
  cpu: number;
}

/** Measures several sides in turns, A B B A, so that what else the machine does strikes all alike. */
export async function inTurns<K extends string>(
  sides: Record<K, () => Promise<Answers>>,
  turns: number,
): Promise<Record<K, Side>> {
  const names = Object.keys(sides) as K[];
  const taken = new Map<K, Answers[]>(names.map(name => [name, []]));
  for (const name of names) await sides[name]();
  for (let turn = 0; turn < turns; turn += 1) {
    const inOrder = turn % 2 === 0 ? names : [...names].reverse();
    for (const name of inOrder) taken.get(name)?.push(await sides[name]());
  }
  const figures = Object.fromEntries(
    names.map(name => [name, sideOf(taken.get(name) ?? [])]),
  ) as Record<K, Side>;
  assertSound(figures);
  return figures;
}

/** @throws Error when answers were refusals or faults: what is measured must be the real thing */
export function assertSound(sides: Record<string, Side>): void {
  for (const [name, { failures }] of Object.entries(sides)) {
    if (failures > 0) throw new Error(`${failures} requests of "${name}" did not succeed.`);
  }
}

/** The figures of one side, given the answers of each turn. */
export function sideOf(all: readonly Answers[]): Side {
  const turns = all.map(({ latencies, seconds, cpu = NaN }): Turn => ({
    rate: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    cpu: cpu / latencies.length,
  }));
  return {
    rate: median(turns.map(({ rate }) => rate)),
    p50: median(turns.map(({ p50 }) => p50)),
    p99: median(turns.map(({ p99 }) => p99)),
    cpu: median(turns.map(({ cpu }) => cpu)),
    failures: all.reduce((sum, { failures }) => sum + failures, 0),
    turns,
  };
}

/** The median over the turns of one side's figure divided by the other's. */
export function ratio(a: Side, b: Side, figure: keyof Turn = 'rate'): number {
  return median(a.turns.map((turn, index) => turn[figure] / (b.turns[index]?.[figure] ?? NaN)));
}
