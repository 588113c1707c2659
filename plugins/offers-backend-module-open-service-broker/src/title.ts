import { BrokerPlan, BrokerService } from './catalogue';
import { cut, line } from './words';

/** Plan names that say a level, not a thing: written small after the dash. Names of things stay as they are. */
const LEVELS = new Set(
  'basic business custom dedicated default dev development enterprise free large medium micro premium production shared small staging standard starter test trial'.split(
    ' ',
  ),
);

/** What a plan is called when there is nothing to say of it. */
const PLAIN = new Set(['default', 'standard']);

const MOST = 120;

/** What the service is called. */
export function serviceTitle(service: BrokerService): string {
  return line(service.metadata?.displayName ?? '') || line(service.name) || service.id;
}

/**
 * What the offer of a plan is called: "Amazon RDS for PostgreSQL – production". A word that the service's
 * name ends with is not said twice, and the only plan of a service needs no name if it is a plain one.
 */
export function offerTitle(service: BrokerService, plan: BrokerPlan): string {
  const own = serviceTitle(service);
  const label = planLabel(plan, own);
  const isPlain = PLAIN.has(label) && service.plans.length === 1;
  return label === '' || isPlain ? cut(own, MOST) : joined(own, label);
}

/** Both parts stay readable when they are long: the plan's tells the offers of a service apart. */
function joined(own: string, label: string): string {
  const shown = cut(label, 50);
  return `${cut(own, MOST - shown.length - 3)} – ${shown}`;
}

function planLabel(plan: BrokerPlan, own: string): string {
  const label = line(plan.metadata?.displayName ?? '') || line(plan.name);
  const [first = '', ...rest] = label.split(' ');
  const last = own.split(' ').at(-1) ?? '';
  const short =
    rest.length > 0 && first.toLowerCase() === last.toLowerCase() ? rest.join(' ') : label;
  return LEVELS.has(short.toLowerCase()) ? short.toLowerCase() : short;
}
