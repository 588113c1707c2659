import {
  announceableAt,
  AnnounceableKind,
  AnnouncementReach,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context, nowOf } from '../context';
import { Connection } from '../database/Database';
import { readableOffer } from '../offers/offers';
import { StoredOffer } from '../offers/reading';
import { found, Refusal } from '../refusal';
import { lifeOf, OfferLife } from '../timeline/reading';
import { changesToTell } from './changesTold';
import { channelsToHear, ChannelVerdictAt } from './channels';
import { selectHeard } from './heardStore';
import { mayAnnounce } from './mayAnnounce';
import { readersOf } from './readersOf';
import { unheard } from './unheard';

/** Who would hear an announcement by hand, were it sent now; for those who read the offer as staff. */
export async function announcementReach(
  ctx: Context,
  actor: Actor,
  offerId: string,
  kind: AnnounceableKind,
): Promise<AnnouncementReach> {
  const offer = await readableOffer(ctx, actor, offerId);
  const at = nowOf(ctx);
  const { knex } = ctx.db;
  const life = await lifeOf(knex, offerId);
  const told = announceableAt(life.timeline, kind, at);
  const refusal = told.ok ? await powerRefusal(ctx, actor) : told.remedy;
  const head = { offerId, kind, name: offer.name, title: offer.title, possible: !refusal };
  if (!told.ok) return { ...head, refusal: told.remedy, channels: [], people: 0, changes: [] };
  const { number } = told;
  const version = found(life.versions.find(each => each.number === number));
  const readers = await readersOf(ctx, { kind, number, life }, at);
  return {
    ...head,
    ...(refusal ? { refusal } : {}),
    channels: await channelsFor(ctx, knex, { offer, life, kind, number, at }),
    people: (await unheard(knex, { offerId, number, kind }, readers)).length,
    changes: kind === 'changed' ? await changesToTell(ctx, { life, version, at }) : [],
  };
}

async function powerRefusal(ctx: Context, actor: Actor): Promise<string | undefined> {
  return (await mayAnnounce(ctx, actor)) ? undefined : new Refusal('not-allowed').message;
}

/** What a channel is to hear by hand, and when. */
export interface ByHand {
  offer: StoredOffer;
  life: OfferLife;
  kind: AnnounceableKind;
  number: number;
  at: string;
}

/** The channels that such announcements go to, and which of them may hear it (rule 1) and have not yet (rule 5). */
export async function channelsFor(
  ctx: Pick<Context, 'settings' | 'db' | 'clock'>,
  connection: Connection,
  { offer, life, kind, number, at }: ByHand,
): Promise<ChannelVerdictAt[]> {
  const { content } = found(life.versions.find(version => version.number === number));
  const verdicts = await channelsToHear(ctx, { offer, content, kind, at, connection });
  if (kind === 'promotion') return verdicts;
  const heard = await selectHeard(connection, { offerId: offer.id, number, kind });
  return verdicts.map(verdict =>
    verdict.mayHear && heard.channels.has(verdict.channel)
      ? { ...verdict, mayHear: false, reason: `it was told this of version ${number} before` }
      : verdict,
  );
}
