import { Context } from '../context';
import { ToldDemand, toldDemand } from '../demand/told';
import { withSlackLinks } from '../slack/reach';
import { DemandHeard } from './demandNotices';
import { Drawn, Names, personOf, Surface, targetOf } from './drawnTo';
import { StoredDelivery } from './store';

/** Draws what requesters are told of their demand: where it stands now, and what happened to it. */
export async function drawDemandNotices(
  ctx: Context,
  deliveries: readonly StoredDelivery[],
  surface: Surface,
): Promise<Map<string, Drawn>> {
  const heard = deliveries.flatMap(delivery =>
    delivery.demandId === undefined ? [] : [{ delivery, demandId: delivery.demandId }],
  );
  if (heard.length === 0) return new Map();
  const people = heard.flatMap(({ delivery }) => [delivery.target, ...doerOf(delivery)]);
  const names = await withSlackLinks(ctx, await ctx.directory.reach(people));
  const drawn = new Map<string, Drawn>();
  for (const { delivery, demandId } of heard) {
    const demand = await toldDemand(ctx.db.knex, demandId);
    drawn.set(delivery.id, draw(ctx, delivery, demand, { names, surface }));
  }
  return drawn;
}

function draw(
  ctx: Context,
  delivery: StoredDelivery,
  demand: ToldDemand | undefined,
  { names, surface }: { names: Names; surface: Surface },
): Drawn {
  const target = targetOf(ctx, delivery, names, surface);
  if (!target.ok) return target;
  if (!demand) return { ok: false, withheld: true, error: 'The demand is not there any more.' };
  const { event, happenedTo, at, by, reason } = heardIn(delivery);
  return {
    ok: true,
    target: target.target,
    body: {
      kind: 'demand-notice',
      title: demand.title,
      event,
      happenedTo,
      state: demand.state,
      ...(by ? { by: personOf(by, names) } : {}),
      ...(reason ? { reason } : {}),
      at,
      url: `${ctx.settings.portalUrl}/offers/demand/${demand.id}`,
    },
  };
}

function doerOf(delivery: StoredDelivery): string[] {
  const { by } = heardIn(delivery);
  return by?.startsWith('user:') ? [by] : [];
}

function heardIn({ detail }: StoredDelivery): DemandHeard {
  return JSON.parse(detail);
}
