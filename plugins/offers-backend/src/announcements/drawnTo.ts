import { ClaimedDelivery, DeliveryBody, Person } from '@offerdesk/backstage-plugin-offers-common';
import { Context } from '../context';
import { Reachable } from '../people/Directory';
import { StoredDelivery } from './store';

/** What a delivery says and to whom, or why it cannot be sent. */
export type Drawn =
  | { ok: true; body: DeliveryBody; target: ClaimedDelivery['target'] }
  | {
      ok: false;
      error: string;
      /** it is not for them, or not true any more */
      withheld?: true;
      /** at another time it may be sent */
      isPassing?: true;
    };

/** Where a message is read: in the portal nobody needs an account of Slack. */
export type Surface = 'slack' | 'portal';

/** Why a message is not sent after all, for managers. */
export interface Withheld {
  withheld: string;
}

/** The people whom messages name or go to, by their entities. */
export type Names = ReadonlyMap<string, Reachable>;

/** To whom a delivery goes, or why it cannot reach them. */
export function targetOf(
  ctx: Context,
  { targetKind, target, act }: StoredDelivery,
  names: Names,
  surface: Surface,
): { ok: true; target: ClaimedDelivery['target'] } | { ok: false; error: string } {
  if (targetKind === 'channel') {
    const team = ctx.settings.channelTeams[target];
    return { ok: true, target: { kind: 'channel', channel: target, ...(team ? { team } : {}) } };
  }
  const { person, email } = names.get(target) ?? {
    person: { ref: target, name: target },
    email: undefined,
  };
  const usableEmail = ctx.settings.matchEmail ? email : undefined;
  if (surface === 'slack' && act === 'post' && !person.slackUserId && !usableEmail) {
    return {
      ok: false,
      error: `${person.name} (${target}) has no Slack identity: let them link it (/offers/slack in the portal), or add the annotation slack.com/bot-notify with their Slack user id to the User entity.`,
    };
  }
  return {
    ok: true,
    target: { kind: 'person', person, ...(usableEmail ? { email: usableEmail } : {}) },
  };
}

/** A person as messages name them. */
export function personOf(ref: string, names: Names): Person {
  if (ref.startsWith('system:')) return { ref, name: 'Offerdesk' };
  return names.get(ref)?.person ?? { ref, name: ref };
}
