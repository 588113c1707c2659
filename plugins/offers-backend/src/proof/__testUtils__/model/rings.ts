import { later, Model, ModelOffer, ModelRingAct, ModelVersion } from './world';

/** Where a version is on its way to everybody. */
export interface Way {
  /** whether it has taken over: what it needs was deployed once since it began */
  taken: boolean;
  /** whether it is for everybody */
  open: boolean;
  held: boolean;
  /** whether it was rolled back */
  out: boolean;
}

/** What the model knows of product releases. */
export type Deployed = Pick<Model, 'releases'>;

/** Whether what a version needs is deployed at an instant. */
export function isDeployed({ releases }: Deployed, { content }: ModelVersion, at: string): boolean {
  if (content.needs === undefined) return true;
  const said = releases[content.needs].filter(report => report.at <= at);
  return said.at(-1)?.status === 'deployed';
}

/** When a version takes over from the one before: when it has begun and what it needs is deployed. */
function takesOverAt(known: Deployed, version: ModelVersion): string | undefined {
  const { needs } = version.content;
  const reported = needs ? known.releases[needs].map(({ at }) => at) : [];
  return [version.from, ...reported.filter(at => at > version.from)].find(at =>
    isDeployed(known, version, at),
  );
}

/** Where a version is on its way at an instant; a ring opens by itself, its time after the version took over. */
export function wayAt(
  known: Deployed,
  { ringActs }: ModelOffer,
  version: ModelVersion,
  at: string,
): Way {
  const { ring } = version.content;
  const begin = takesOverAt(known, version);
  const own = ringActs.filter(act => act.number === version.number && act.at <= at);
  const way = { open: ring === undefined, held: false, since: begin ?? '' };
  const opensBy = (instant: string) =>
    ring?.hold !== undefined && !way.held && later(way.since, ring.hold) <= instant;
  const taken = begin !== undefined && begin <= at;
  for (const act of taken ? own : []) {
    if (opensBy(act.at)) way.open = true;
    if (!way.open) goOn(way, act);
  }
  if (taken && opensBy(at)) way.open = true;
  const out = own.some(({ act }) => act === 'roll-back');
  return { taken, open: way.open, held: way.held, out };
}

function goOn(
  way: { open: boolean; held: boolean; since: string },
  { act, at }: ModelRingAct,
): void {
  if (act === 'promote') way.open = true;
  if (act === 'hold') way.held = true;
  if (act === 'resume') {
    way.held = false;
    way.since = at;
  }
}

/** Whether a version is still in its ring at an instant, so that no other begins its own then. */
export function isInRing(
  known: Deployed,
  offer: ModelOffer,
  version: ModelVersion,
  at: string,
): boolean {
  const { open, out } = wayAt(known, offer, version, at);
  return version.from <= at && !open && !out;
}
