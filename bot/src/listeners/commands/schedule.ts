import {
  instantOf,
  isFinalPlanState,
  LocalTime,
  Plan,
} from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { Drawn, told } from '../../views/blocks';
import { planButton } from '../../views/planOverview';
import { schedulePreview } from '../../views/schedulePreview';
import { inline, readersDate } from '../../views/text';
import { planStateWords } from '../../views/words';
import { BotServices } from '../services';
import { OfferCommand } from './offerCommand';
import { OnOffer, onManaged, Typed } from './onManaged';
import { anotherPlanWords, noPlan } from './words';

const DATE = /^(.*?)\s*(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{1,2}:\d{2}))?$/;
const DEFAULT_TIME = '09:00';
const DAY_MS = 86_400_000;

/** `/offer schedule <name> <date> [time]`: what another release date would mean for its plan, and whether to. */
export const scheduleCommand: OfferCommand = (services, ...asked) =>
  onManaged('schedule', found => schedule(services, found), withDate)(services, ...asked);

/** The date is what stands last: `postgres 2026-12-01 09:00`, in the zone of who types. */
function withDate(typed: string): Typed {
  const [, name, date, time] = DATE.exec(typed) ?? [];
  return date === undefined
    ? { name: typed, rest: '' }
    : { name: name ?? '', rest: `${date}T${(time ?? DEFAULT_TIME).padStart(5, '0')}` };
}

async function schedule(
  { zoneOf }: Pick<BotServices, 'zoneOf'>,
  { mine, asker, offer, rest }: OnOffer,
): Promise<Drawn | string> {
  const { items } = await mine.call('listPlans', { query: { offer: offer.id, limit: 20 } });
  const [latest] = items;
  if (!latest) return noPlan(offer.name);
  const plan = await mine.call('getPlan', { params: { id: latest.id } });
  if (isFinalPlanState(plan.state)) return over(plan, offer.name);
  if (!rest) return currentWords(plan, offer.name);
  const to: LocalTime = { local: rest, zone: zoneFor(zoneOf, asker, plan) };
  const instant = instantOf(to);
  if (!instant.ok) return `That is no date I can use: ${inline(instant.message)}.`;
  if (instant.instant === plan.releaseAt) {
    return `The release date of *${inline(plan.title)}* is ${readersDate(plan.releaseAt)} already.`;
  }
  return schedulePreview(plan, {
    to,
    at: instant.instant,
    clashes: await clashesAt(mine, plan, instant.instant),
  });
}

function zoneFor(zoneOf: BotServices['zoneOf'], asker: Asker, plan: Plan): string {
  return zoneOf(asker) ?? plan.releaseZone;
}

/** What else is planned around the new date, as the calendar tells it; nothing where it does not answer. */
async function clashesAt(mine: PersonOffers, plan: Plan, at: string): Promise<string[]> {
  const around = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
  const query = { from: around(-DAY_MS), until: around(DAY_MS) };
  const { plans, freezes } = await mine.call('planCalendar', { query });
  const offers = new Set([...plan.offers, ...plan.ends].map(({ id }) => id));
  const shared = plans.filter(
    other => other.id !== plan.id && other.offers.some(({ id }) => offers.has(id)),
  );
  return [
    ...freezes
      .filter(({ from, until }) => from <= at && at < until)
      .map(({ title }) => `It lies in “${title}”, when nothing should be released.`),
    ...shared.map(({ title }) => `The plan “${title}” releases the same offer within a day of it.`),
  ];
}

function over({ title, state, releaseAt }: Plan, name: string): Drawn {
  const isPublished = state === 'released';
  const what = isPublished
    ? `It begins, or began, ${readersDate(releaseAt)}; what is published is never altered, so plan a change for another date: \`/offer plan ${name}\`.`
    : anotherPlanWords(name);
  return told(
    `*${inline(title)}*: ${planStateWords[state]}. ${what}`,
    planButton(name, isPublished ? 'Plan a change…' : 'Start a plan…'),
  );
}

function currentWords({ title, releaseAt }: Plan, name: string): string {
  return `The release date of *${inline(title)}* is ${readersDate(releaseAt)}. To move it, type the date after the name: \`/offer schedule ${name} 2026-12-01 09:00\`.`;
}
