import {
  contentSchema,
  ContentInput,
  webAddressSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { BrokerPlan, BrokerService, Parsed } from './catalogue';
import { planOptions } from './options';
import { BrokerSettings } from './settings';
import { offerTitle, serviceTitle } from './title';
import { asMarkdown, cut, line, shortHash, slug } from './words';

const NAME = 100;
const SUMMARY = 300;
const TAGS = 30;
const TAG = 50;
/** Of each of the two texts of a description: escaped, both fit into a description's 20,000 characters. */
const LONG_TEXT = 4_900;

/** A draft of an offer, and what was mended or left out on the way. */
export interface Draft {
  name: string;
  title: string;
  content: ContentInput;
  notes: string[];
}

/**
 * The draft that a plan becomes, or why it cannot become one. It holds what the catalogue knows; owner,
 * category, audience, price, terms, support and runbooks are for people to say.
 */
export function draftOf(
  settings: BrokerSettings,
  service: BrokerService,
  plan: BrokerPlan,
): Parsed<Draft> {
  const options = planOptions(plan);
  if (!options.ok) return options;
  const notes = [...options.value.notes];
  const title = offerTitle(service, plan);
  const content: ContentInput = {
    information: information(service, plan, title, notes),
    options: options.value.options,
    plans: { fulfilment: fulfilment(settings, service, plan) },
    knowledge: { documents: documents(service, plan, notes) },
  };
  const fault = contentSchema.safeParse(content).error?.issues[0];
  if (fault) return { ok: false, reason: `${fault.path.map(String).join('.')}: ${fault.message}` };
  return { ok: true, value: { name: offerName(settings, service, plan), title, content, notes } };
}

/** `aws-rdspostgresql-production`; what has no Latin letter is told apart by its id. */
export function offerName(
  { id }: BrokerSettings,
  service: BrokerService,
  plan: BrokerPlan,
): string {
  const part = (named: { id: string; name: string }) => slug(named.name) || shortHash(named.id);
  const name = [id, part(service), part(plan)].join('-');
  if (name.length <= NAME) return name;
  const hash = shortHash(plan.id);
  return `${name.slice(0, NAME - hash.length - 1).replace(/-+$/, '')}-${hash}`;
}

function information(
  service: BrokerService,
  plan: BrokerPlan,
  title: string,
  notes: string[],
): ContentInput['information'] {
  const logo = address(service.metadata?.imageUrl, /^https:/i);
  if (service.metadata?.imageUrl && !logo) notes.push('imageUrl is no https:// address: left out');
  return {
    title,
    summary: cut(line(plan.description), SUMMARY),
    description: description(service, plan),
    tags: tags(service, notes),
    ...(logo ? { logo } : {}),
  };
}

function description(service: BrokerService, plan: BrokerPlan): string {
  const texts = [
    service.metadata?.longDescription || service.description,
    plan.metadata?.longDescription ?? '',
  ].map(text => asMarkdown(cut(text, LONG_TEXT)));
  return [...new Set(texts)].filter(text => text !== '').join('\n\n');
}

function tags(service: BrokerService, notes: string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of (service.tags ?? []).map(line)) {
    const key = tag.toLowerCase();
    if (tag !== '' && tag.length <= TAG && !known.has(key)) known.set(key, tag);
  }
  if (known.size > TAGS) notes.push(`tags: only the first ${TAGS} taken over`);
  return [...known.values()].slice(0, TAGS);
}

function fulfilment(settings: BrokerSettings, service: BrokerService, plan: BrokerPlan) {
  const named = line(service.metadata?.providerDisplayName ?? '') || settings.provider;
  return {
    driver: 'open-service-broker' as const,
    reference: `${settings.id}:${service.id}/${plan.id}`,
    ...(named ? { parties: [{ kind: 'external' as const, name: cut(named, 120) }] } : {}),
  };
}

const documentKinds = [
  ['documentationUrl', 'documentation'],
  ['supportUrl', 'support'],
  ['costUrl', 'prices'],
] as const;

function documents(service: BrokerService, plan: BrokerPlan, notes: string[]) {
  return documentKinds.flatMap(([field, word]) => {
    const given = plan.metadata?.[field] || service.metadata?.[field];
    if (!given) return [];
    const url = address(given, /^https?:/i);
    if (!url) notes.push(`${field} is no https:// or http:// address: left out`);
    return url ? [{ title: `${cut(serviceTitle(service), 150)}: ${word}`, url }] : [];
  });
}

/** The address, if a browser may be sent to it: no script, no file, no credentials in it. */
function address(given: string | undefined, scheme: RegExp): string | undefined {
  const url = webAddressSchema.safeParse(given).data;
  if (!url || !scheme.test(url)) return undefined;
  const { username, password } = new URL(url);
  return username || password ? undefined : url;
}
