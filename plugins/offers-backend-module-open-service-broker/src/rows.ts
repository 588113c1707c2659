import { SourceError, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { BrokerService, parsePlan, parseService, servicesOf } from './catalogue';
import { Draft, draftOf } from './draft';
import { BrokerSettings } from './settings';
import { serviceTitle } from './title';
import { cut, line } from './words';

/** More would not be a catalogue that people read. */
const MOST = 5_000;

type Row = SourceRow | { key: string; draft: Draft };

/** What has been seen, and where first. */
class Taken {
  private readonly places = new Map<string, string>();

  refuse(what: string, value: string, at: string): string | undefined {
    const key = `${what}\n${value}`;
    const before = this.places.get(key);
    if (before === undefined) this.places.set(key, at);
    return before === undefined
      ? undefined
      : `${at}: the ${what} ${cut(line(value), 120)} stands at ${before} already; each must be unique`;
  }
}

/**
 * Every plan of a catalogue as a row: a draft, or the reason why not. A faulty service or plan leaves the
 * others alone; of what stands twice the first counts.
 *
 * @param place - how to call the catalogue in errors
 * @throws SourceError when the answer is no catalogue
 */
export function rowsOf(settings: BrokerSettings, catalogue: unknown, place: string): SourceRow[] {
  const services = servicesOf(catalogue, place);
  refuseExcess(services.length, place);
  const taken = new Taken();
  const rows: Row[] = [];
  services.forEach((value, index) => {
    rows.push(...serviceRows(settings, value, `services[${index}]`, taken));
    refuseExcess(rows.length, place);
  });
  return withUniqueTitles(rows);
}

function refuseExcess(count: number, place: string): void {
  if (count <= MOST) return;
  throw new SourceError(
    `${place} holds more than ${MOST} services or plans; serve a catalogue of at most ${MOST} plans.`,
  );
}

function serviceRows(settings: BrokerSettings, value: unknown, at: string, taken: Taken): Row[] {
  const parsed = parseService(value);
  if (!parsed.ok) return [rejected(at, nameOf(value) ?? at, parsed.reason)];
  const service = parsed.value;
  const twice =
    taken.refuse('service id', service.id, at) ?? taken.refuse('service name', service.name, at);
  if (twice) return [rejected(at, serviceTitle(service), twice)];
  return service.plans.map((plan, index) =>
    planRow(settings, service, plan, `${at}.plans[${index}]`, taken),
  );
}

function planRow(
  settings: BrokerSettings,
  service: BrokerService,
  value: unknown,
  at: string,
  taken: Taken,
): Row {
  const title = cut(`${serviceTitle(service)}: ${nameOf(value) ?? at}`, 120);
  const plan = parsePlan(value);
  if (!plan.ok) return rejected(at, title, plan.reason);
  const twice = taken.refuse('plan id', plan.value.id, at);
  if (twice) return rejected(at, title, twice);
  const draft = draftOf(settings, service, plan.value);
  const { id } = plan.value;
  if (!draft.ok) return rejected(id, title, draft.reason);
  const { name } = draft.value;
  const nameTwice = taken.refuse('offer name (made of service and plan name)', name, at);
  return nameTwice ? rejected(id, title, nameTwice) : { key: id, draft: draft.value };
}

function rejected(key: string, title: string, reason: string): SourceRow {
  return { key, title, result: { ok: false, reason: cut(line(reason), 500) } };
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined;
  return typeof value.name === 'string' ? cut(line(value.name), 100) || undefined : undefined;
}

/** Offers that would share a title carry their names, so that people can tell them apart. */
function withUniqueTitles(rows: readonly Row[]): SourceRow[] {
  const count = new Map<string, number>();
  for (const row of rows) {
    if ('draft' in row) count.set(row.draft.title, (count.get(row.draft.title) ?? 0) + 1);
  }
  return rows.map(row => {
    if (!('draft' in row)) return row;
    const { title, name } = row.draft;
    const shared = (count.get(title) ?? 0) > 1;
    return accepted(
      row.key,
      row.draft,
      shared ? `${cut(title, 117 - name.length)} (${name})` : title,
    );
  });
}

function accepted(key: string, { name, content, notes }: Draft, title: string): SourceRow {
  return {
    key,
    title,
    result: {
      ok: true,
      name,
      interaction: 'provision',
      content: { ...content, information: { ...content.information, title } },
      ...(notes.length > 0 ? { note: cut(`${notes.join('; ')}.`, 500) } : {}),
    },
  };
}
