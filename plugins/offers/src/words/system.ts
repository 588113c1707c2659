import { oneOf } from '@offerdesk/backstage-plugin-offers-common';

/** The parts of the system that act by themselves; each is a message too. */
const PARTS = [
  'announcements',
  'approvals',
  'configuration',
  'deliveries',
  'events',
  'time',
] as const;

type Part = (typeof PARTS)[number];

/** The parts of the system, as the log names them. */
export const SYSTEM_PARTS: readonly { name: string; message: `system.${Part}` }[] = PARTS.map(
  part => ({ name: `system:${part}`, message: `system.${part}` }),
);

/** What says which part of the system did something; undefined for whoever is none. */
export function systemMessage(name: string): `system.${Part}` | undefined {
  const [kind, part] = name.split(':');
  const known = kind === 'system' ? oneOf(PARTS, part) : undefined;
  return known && `system.${known}`;
}
