import { appendFileSync } from 'node:fs';

/** The seed of a proof: pinned, so that CI repeats itself; another by `OFFERDESK_PROOF_SEED`. */
export function proofSeed(): number {
  return Number(process.env.OFFERDESK_PROOF_SEED ?? 20261124);
}

/** How often a proof tries: the short form in CI, the long one by `OFFERDESK_PROOF_RUNS`. */
export function proofRuns({ short }: { short: number }): number {
  return Number(process.env.OFFERDESK_PROOF_RUNS ?? short);
}

/** Keeps what a proof counted, as a line of JSON, where `OFFERDESK_PROOF_RESULTS` names a file. */
export function keepResult(proof: string, result: Record<string, unknown>): void {
  const file = process.env.OFFERDESK_PROOF_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify({ proof, ...result })}\n`);
}
