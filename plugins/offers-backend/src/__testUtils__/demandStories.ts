import { CallInput, Demand } from '@offerdesk/backstage-plugin-offers-common';
import { TestPortal } from './portal';

type Raise = CallInput<'raiseDemand'>['body'];

const of = ({ id, revision }: Demand) => ({ params: { id }, revision });

/** What people and staff do with demand at a portal of the tests. */
export class DemandDesk {
  constructor(private readonly portal: TestPortal) {}

  /** A person's wish for a new offer; `body` replaces parts of it. */
  raise(who: string, body: Partial<Raise> = {}, idempotencyKey?: string): Promise<Demand> {
    return this.portal.as(who)('raiseDemand', {
      body: { kind: 'new', title: 'A queue for events', description: 'We need one', ...body },
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  }

  read(who: string, { id }: { id: string }): Promise<Demand> {
    return this.portal.as(who)('getDemand', { params: { id } });
  }

  triage(demand: Demand, who = 'carla'): Promise<Demand> {
    return this.portal.as(who)('triageDemand', {
      ...of(demand),
      body: { priority: 'high', assignee: 'group:default/operations', note: 'Ask security first' },
    });
  }

  merge(demand: Demand, into: Demand): Promise<Demand> {
    return this.portal.as('carla')('mergeDemand', { ...of(demand), body: { into: into.id } });
  }

  decline(demand: Demand, who = 'carla', reason = 'We buy it'): Promise<Demand> {
    return this.portal.as(who)('declineDemand', { ...of(demand), body: { reason } });
  }

  reopen(demand: Demand): Promise<Demand> {
    return this.portal.as('carla')('reopenDemand', {
      ...of(demand),
      body: { reason: 'We do not' },
    });
  }

  planFor(demand: Demand, planId: string): Promise<Demand> {
    return this.portal.as('carla')('planDemand', { ...of(demand), body: { planId } });
  }
}

/** What happened to a demand, in order. */
export const eventsOf = ({ history }: Demand): string[] => history.map(({ event }) => event);
