import {
  FieldProblem,
  instantOf,
  LocalTime,
  noticeBefore,
  PlanChange,
  Scenario,
  scenarioFaults,
  Termination,
  TerminationInput,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { DraftedOffer, lockDrafts, publishedVersionsOf, versionAt } from '../offers/reading';
import { Refusal } from '../refusal';
import { PlanItems } from './items';
import { planLinks } from './links';
import { withServing } from './serving';

/** What a plan is to bring, as a person says it. */
export interface Asked {
  scenario: Scenario;
  offerIds: readonly string[];
  /** as asked for, or as they stand in the plan */
  terminations: readonly (TerminationInput | Termination)[];
  changes: readonly PlanChange[];
}

/**
 * What a plan brings, from what a person asks: its offers are locked, so that no other plan takes them meanwhile.
 *
 * @param planId - the plan itself, whose offers it may keep
 * @throws Refusal `not-found`, `invalid-input`, `scenario-mismatch`, `offer-in-plan`
 */
export async function plannedItems(
  tx: Knex.Transaction,
  { scenario, offerIds, terminations, changes }: Asked,
  { releaseAt, planId }: { releaseAt: string; planId: string },
): Promise<PlanItems> {
  const ids = [...new Set(offerIds)];
  const ending = terminations.map(({ offerId }) => offerId);
  const locked = await lockDrafts(tx, [...new Set([...ids, ...ending])]);
  refuse('not-found', [
    ...ids.flatMap((id, index) =>
      locked.get(id)?.draft
        ? []
        : [{ field: `offerIds.${index}`, remedy: 'Name an offer that has a draft' }],
    ),
    ...ending.flatMap((id, index) =>
      locked.has(id)
        ? []
        : [{ field: `terminations.${index}.offerId`, remedy: 'Name an offer that there is' }],
    ),
  ]);
  const drafted = ids.flatMap((id): DraftedOffer[] => {
    const { offer, draft } = locked.get(id) ?? {};
    return offer && draft ? [{ offer, draft }] : [];
  });
  const offers = await withServing(tx, drafted, releaseAt);
  const published = await publishedVersionsOf(tx, ending);
  const wasPublished = (id: string) => published.some(({ offerId }) => offerId === id);
  refuse(
    'scenario-mismatch',
    scenarioFaults(scenario, {
      versions: offers.map(({ offer, serving }) => ({
        offerId: offer.id,
        published: serving !== undefined,
      })),
      terminations: ending.map(id => ({ offerId: id, published: wasPublished(id) })),
      changes: changes.length,
    }),
  );
  await refuseTaken(tx, [...ids, ...ending], planId);
  const promised = (id: string) => {
    const own = published.filter(({ offerId }) => offerId === id);
    return versionAt(own, releaseAt)?.content.terms.noticePeriodDays ?? 0;
  };
  return {
    offers,
    terminations: terminations.map((each, index) =>
      terminationOf(each, index, { promised, releaseAt }),
    ),
    changes: [...changes],
  };
}

/** The instant of a local time, or the refusal that names the field. */
export function instantIn(time: LocalTime, field: string): string {
  const result = instantOf(time);
  if (result.ok) return result.instant;
  throw new Refusal('invalid-input', {
    message: result.message,
    fields: [{ field: `${field}.local`, remedy: result.message }],
  });
}

/** Release and preparation of a plan: what is prepared is prepared before it is released. */
export function datesIn(
  release: LocalTime | undefined,
  preparation: LocalTime | null | undefined,
  before: { releaseAt: string; preparationAt: string | undefined },
): { releaseAt: string; preparationAt: string | undefined } {
  const releaseAt = release ? instantIn(release, 'release') : before.releaseAt;
  const kept = preparation === undefined ? before.preparationAt : undefined;
  const preparationAt = preparation ? instantIn(preparation, 'preparation') : kept;
  if (preparationAt !== undefined && preparationAt >= releaseAt) {
    const remedy = 'Let the preparation begin before the release';
    throw new Refusal('invalid-input', { fields: [{ field: 'preparation.local', remedy }] });
  }
  return { releaseAt, preparationAt };
}

function terminationOf(
  asked: TerminationInput | Termination,
  index: number,
  { promised, releaseAt }: { promised: (offerId: string) => number; releaseAt: string },
): Termination {
  if ('endsAt' in asked) return asked;
  const { ends, notice, ...said } = asked;
  const endsAt = instantIn(ends, `terminations.${index}.ends`);
  const days = promised(said.offerId);
  // Where no notice is promised, consumers are told with the release.
  const usual = days > 0 ? noticeBefore(endsAt, ends.zone, days) : releaseAt;
  const noticeAt = notice ? instantIn(notice, `terminations.${index}.notice`) : usual;
  return { ...said, endsAt, endsZone: ends.zone, noticeAt };
}

async function refuseTaken(
  tx: Knex.Transaction,
  offerIds: readonly string[],
  planId: string,
): Promise<void> {
  const links = await planLinks(tx, offerIds);
  if ([...links.values()].some(({ id }) => id !== planId)) throw new Refusal('offer-in-plan');
}

function refuse(code: 'not-found' | 'scenario-mismatch', fields: FieldProblem[]): void {
  if (fields.length > 0) throw new Refusal(code, { fields });
}
