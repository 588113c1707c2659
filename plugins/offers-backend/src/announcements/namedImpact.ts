import { Change, EVERYONE, OfferImpact } from '@offerdesk/backstage-plugin-offers-common';

const REF = /\b(?:user|group|component|system|resource|api|domain):[a-z0-9._-]+\/[a-z0-9._-]+/g;

const CATEGORY = 'content.information.category';

/** What people call who and what a message names. */
export interface Called {
  /** an entity of the software catalogue by its reference */
  entity: (ref: string) => string;
  /** a category by its name */
  category: (name: string) => string;
}

/** Every entity that the impact of a plan and its changes of the structure name. */
export function entitiesIn(impact: readonly OfferImpact[], structure: readonly Change[]): string[] {
  const principals = impact.flatMap(({ audienceGained, audienceLost = [], mayOrder }) =>
    [...audienceGained, ...audienceLost, ...mayOrder].map(({ principal }) => principal),
  );
  const changes = [...impact.flatMap(each => each.changes), ...structure];
  const said = changes.flatMap(({ before = '', after = '' }) => [before, after]);
  const named = said.flatMap(value => value.match(REF) ?? []);
  return [...new Set([...principals.filter(each => each !== EVERYONE), ...named])];
}

/** Every category that the changes of a plan name. */
export function categoriesIn(impact: readonly OfferImpact[]): string[] {
  return impact
    .flatMap(({ changes }) => changes)
    .filter(({ field }) => field === CATEGORY)
    .flatMap(({ before, after }) => [before, after].filter(name => name !== undefined));
}

/** A change with who and what it names as people call them. */
export function namedChange(change: Change, called: Called): Change {
  const say = (value: string) =>
    change.field === CATEGORY ? called.category(value) : value.replace(REF, called.entity);
  return {
    ...change,
    ...(change.before === undefined ? {} : { before: say(change.before) }),
    ...(change.after === undefined ? {} : { after: say(change.after) }),
  };
}

/** The impact of a release with who and what it names as people call them. */
export function namedImpact(impact: OfferImpact, called: Called): OfferImpact {
  const reach = (all: OfferImpact['mayOrder']) =>
    all.map(each =>
      each.principal === EVERYONE ? each : { ...each, name: called.entity(each.principal) },
    );
  return {
    ...impact,
    changes: impact.changes.map(change => namedChange(change, called)),
    audienceGained: reach(impact.audienceGained),
    ...(impact.audienceLost ? { audienceLost: reach(impact.audienceLost) } : {}),
    mayOrder: reach(impact.mayOrder),
  };
}
