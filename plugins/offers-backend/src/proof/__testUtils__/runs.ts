import { appendFileSync } from 'node:fs';

/** The seed of a proof: pinned, so that CI repeats itself; another by `OFFERDESK_PROOF_SEED`. */
export function proofSeed(): number {
  return Number(process.env.OFFERDESK_PROOF_SEED ?? 20261124);
}

/** How often a proof tries: the short form in CI, the long one by `OFFERDESK_PROOF_RUNS`. */
export function proofRuns({ short }: { short: number }): number {
  return Number(process.env.OFFERDESK_PROOF_RUNS ?? short);
}

const minutes = process.env.OFFERDESK_PROOF_MINUTES;
const end = minutes === undefined ? Infinity : Date.now() + Number(minutes) * 60_000;

/** Whether the time is over that a proof was given, by `OFFERDESK_PROOF_MINUTES`: what it did until then is counted. */
export function isTimeOver(): boolean {
  return Date.now() > end;
}

/** Keeps what a proof counted, as a line of JSON, where `OFFERDESK_PROOF_RESULTS` names a file. */
export function keepResult(proof: string, result: Record<string, unknown>): void {
  const file = process.env.OFFERDESK_PROOF_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify({ proof, ...result })}\n`);
}
