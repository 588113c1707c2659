import { offerReadPermission } from '@offerdesk/backstage-plugin-offers-common';
import { ListFilter } from '../api/OfferGuard';
import { searchFor } from '../catalogue/search';
import { CatalogueSearch, cardsSeen } from '../catalogue/seen';
import { Actor, Context } from '../context';
import { Connection } from '../database/Database';
import { readableAmong } from '../offers/readable';

/** What a person may see of offers, as the policy says; asked before a transaction. */
export interface Sight {
  actor: Actor;
  asStaff: ListFilter;
  asConsumer: CatalogueSearch;
}

/** An offer as somebody sees it: staff by its draft, consumers by what is published. */
export interface SeenOffer {
  id: string;
  name: string;
  title: string;
}

/** Asks the policy what a person may see of offers. */
export async function sightOf(ctx: Context, actor: Actor): Promise<Sight> {
  return {
    actor,
    asStaff: await ctx.guard.filter(actor.credentials, offerReadPermission),
    asConsumer: await searchFor(ctx, actor, {}),
  };
}

/** Those of some offers that a person may see now, as staff or as a consumer (rule 1). */
export async function seenOffers(
  connection: Connection,
  { actor, asStaff, asConsumer }: Sight,
  ids: readonly string[],
): Promise<Map<string, SeenOffer>> {
  const wanted = [...new Set(ids)];
  const readable = await readableAmong(connection, actor, asStaff, wanted);
  const isReadable = new Set(readable.map(({ id }) => id));
  const others = wanted.filter(id => !isReadable.has(id));
  const visible = await cardsSeen(connection, asConsumer, others);
  return new Map([...readable, ...visible].map(({ id, name, title }) => [id, { id, name, title }]));
}
