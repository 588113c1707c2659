import { z } from 'zod';
import { instantSchema } from '../instant';
import { planStateSchema } from '../lifecycle/planStates';
import { scenarioSchema } from './scenario';

/** A time in which nothing should be released, as the configuration lists it. @public */
export const freezeSchema = z
  .strictObject({ from: instantSchema, until: instantSchema, title: z.string().min(1).max(120) })
  .meta({ id: 'Freeze' });

/** A time in which nothing should be released; half-open. @public */
export type Freeze = z.infer<typeof freezeSchema>;

/** One date of a plan in the calendar. @public */
export const calendarEventSchema = z
  .strictObject({
    planId: z.string(),
    kind: z.enum(['preparation', 'release', 'notice', 'end']),
    at: z.string(),
    offerId: z.string().optional(),
  })
  .meta({ id: 'CalendarEvent' });

/** One date of a plan in the calendar. @public */
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** Two plans that get in each other's way, or a plan in a time without releases. @public */
export const clashSchema = z
  .strictObject({
    kind: z.enum(['same-offer', 'bundle-member', 'same-structure', 'freeze']),
    planIds: z.array(z.string()),
    /** the offers or structure that they share, or the title of the freeze */
    about: z.array(z.string()),
    from: z.string(),
    until: z.string(),
  })
  .meta({ id: 'Clash' });

/** Two plans that get in each other's way, or a plan in a time without releases. @public */
export type Clash = z.infer<typeof clashSchema>;

/** A plan as the calendar looks at it. @public */
export interface CalendarPlan {
  id: string;
  releaseAt: string;
  preparationAt: string | undefined;
  /** whether it was released and its date has passed: it is in nobody's way any more */
  isDone: boolean;
  /** the offers that it brings versions of */
  offers: readonly string[];
  terminations: readonly { offerId: string; noticeAt: string; endsAt: string }[];
  /** members of the bundles that it brings */
  members: readonly string[];
  /** what it changes of structure and views, as `kind target` */
  structure: readonly string[];
}

/** A plan's line beside the calendar. @public */
export const calendarPlanSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    scenario: scenarioSchema,
    state: planStateSchema,
    releaseAt: z.string(),
    releaseZone: z.string(),
    offers: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string() })),
  })
  .meta({ id: 'CalendarPlan' });

/** How near two releases have to be to get in each other's way, in hours. @public */
export const CLASH_HOURS = 24;

/** Every date of some plans, in the order of time. @public */
export function calendarEvents(plans: readonly CalendarPlan[]): CalendarEvent[] {
  const events = plans.flatMap(({ id: planId, releaseAt, preparationAt, terminations }) => [
    ...(preparationAt ? [{ planId, kind: 'preparation' as const, at: preparationAt }] : []),
    { planId, kind: 'release' as const, at: releaseAt },
    ...terminations.flatMap(({ offerId, noticeAt, endsAt }) => [
      { planId, kind: 'notice' as const, at: noticeAt, offerId },
      { planId, kind: 'end' as const, at: endsAt, offerId },
    ]),
  ]);
  return events.sort((a, b) => compare(a.at, b.at) || compare(a.planId, b.planId));
}

/**
 * Which plans clash: two that release within a day of each other and touch the same offer, a bundle and its
 * member, or the same structure; and a plan that releases in a freeze. Each pair is named once, in the order of time.
 * What is done clashes with nothing.
 * @public
 */
export function clashesOf(plans: readonly CalendarPlan[], freezes: readonly Freeze[]): Clash[] {
  const inOrder = plans
    .filter(({ isDone }) => !isDone)
    .sort((a, b) => compare(a.releaseAt, b.releaseAt) || compare(a.id, b.id));
  const between = inOrder.flatMap((first, index) =>
    inOrder
      .slice(index + 1)
      .filter(second => hoursBetween(first.releaseAt, second.releaseAt) < CLASH_HOURS)
      .flatMap(second => clashesBetween(first, second)),
  );
  const frozen = inOrder.flatMap(({ id, releaseAt }) =>
    freezes
      .filter(({ from, until }) => from <= releaseAt && releaseAt < until)
      .map(({ from, until, title }) => ({
        kind: 'freeze' as const,
        planIds: [id],
        about: [title],
        from,
        until,
      })),
  );
  return [...between, ...frozen].sort((a, b) => compare(a.from, b.from));
}

function clashesBetween(first: CalendarPlan, second: CalendarPlan): Clash[] {
  const [a, b] = [touchedBy(first), touchedBy(second)];
  const kinds: [Clash['kind'], string[]][] = [
    ['same-offer', shared(a, b)],
    ['bundle-member', [...shared(a, second.members), ...shared(b, first.members)]],
    ['same-structure', shared(first.structure, second.structure)],
  ];
  return kinds.flatMap(([kind, about]) =>
    about.length === 0
      ? []
      : [
          {
            kind,
            planIds: [first.id, second.id],
            about: [...new Set(about)],
            from: first.releaseAt,
            until: second.releaseAt,
          },
        ],
  );
}

function touchedBy({ offers, terminations }: CalendarPlan): string[] {
  return [...offers, ...terminations.map(({ offerId }) => offerId)];
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return a.filter(each => b.includes(each));
}

function hoursBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 3_600_000;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
