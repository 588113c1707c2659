import { Place } from '../stand/config';
import { SignedIn, Stand } from '../stand/Stand';
import { Amount } from '../seed/seed';
import { Answers, atRate, saturating, Shot, Shots } from './load';
import { Result } from './result';

/** What a scenario works with. */
export interface Bench {
  stand: Stand;
  place: Place;
  directory: string;
  amount: Amount;
  /** ordinary people of five groups */
  readers: readonly SignedIn[];
  /** somebody of the group team-000 */
  member: SignedIn;
  carla: SignedIn;
  mia: SignedIn;
  otto: SignedIn;
  turns: number;
  seconds: number;
  minutes: number;
}

/** Measures one row of measures.md. */
export type Scenario = (bench: Bench) => Promise<Result[]>;

export const authorized = ({ token }: SignedIn) => ({ authorization: `Bearer ${token}` });

/** A request of a person. */
export const get = (person: SignedIn, path: string): Shot => ({
  path,
  headers: authorized(person),
});

/** A saturating load of these requests in turn, with what it takes of the processor. */
export function flatOut({ stand, seconds }: Bench, shots: readonly Shot[]): () => Promise<Answers> {
  return async () => {
    const before = await stand.processorTime();
    const answers = await saturating(stand.address, cycle(shots), { seconds });
    return { ...answers, cpu: (await stand.processorTime()) - before };
  };
}

/** Requests a second: so few that nobody has to queue, and a latency is that of an answer. */
export const UNHURRIED = 40;

/** A load of these requests in turn at a fixed rate, with what it takes of the processor. */
export function steady(
  { stand, seconds }: Bench,
  shots: readonly Shot[],
  rate: number,
): () => Promise<Answers> {
  return async () => {
    const before = await stand.processorTime();
    const answers = await atRate(stand.address, cycle(shots), { rate, seconds });
    return { ...answers, cpu: (await stand.processorTime()) - before };
  };
}

export function cycle(shots: readonly Shot[]): Shots {
  return number => {
    const shot = shots[number % shots.length];
    if (!shot) throw new Error('There is no request to send.');
    return shot;
  };
}

/** Each person with each address, in an order that mixes both. */
export function mixed<T>(people: readonly SignedIn[], of: readonly T[]): [SignedIn, T][] {
  return of.flatMap((value, shift) =>
    people.flatMap((_, index): [SignedIn, T][] => {
      const person = people[(index + shift) % people.length];
      return person ? [[person, value]] : [];
    }),
  );
}

/** Lets the ceiling learn what these requests take, and gives the ones that run it by hand. */
export async function ceilingOf(
  { stand }: Bench,
  requests: readonly [SignedIn, string][],
): Promise<{ shots: Shot[]; sql: string[] }> {
  const shots: Shot[] = [];
  let sql: string[] = [];
  for (const [person, address] of requests) {
    const answer = await fetch(`${stand.address}/api/offers/ceiling/record`, {
      method: 'POST',
      headers: { ...authorized(person), 'content-type': 'application/json' },
      body: JSON.stringify({ address }),
    });
    if (!answer.ok)
      throw new Error(`The ceiling could not record ${address}: ${await answer.text()}`);
    sql = ((await answer.json()) as { sql: string }[]).map(statement => statement.sql);
    shots.push(get(person, `/api/offers/ceiling/read?of=${encodeURIComponent(address)}`));
  }
  return { shots, sql };
}
