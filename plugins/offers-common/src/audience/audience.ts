import { Audience, Access } from '../content/access';
import { EVERYONE } from '../refs';

/** What decides whether a person is in an audience: their own ref and their groups'. @public */
export type Principals = readonly string[];

/** The audience keys of a person: themselves, their groups, and everyone. @public */
export function audienceKeys(principals: Principals): string[] {
  return [...new Set([...principals, EVERYONE])];
}

/** Whether a person is in an audience: allowed by one key and denied by none. @public */
export function isInAudience(audience: Audience, principals: Principals): boolean {
  const keys = new Set(audienceKeys(principals));
  const holds = (list: readonly string[]) => list.some(principal => keys.has(principal));
  return holds(audience.allow) && !holds(audience.deny);
}

/** Whether an audience holds anybody at all, as far as the list itself can tell. @public */
export function isEmptyAudience({ allow, deny }: Audience): boolean {
  return allow.every(principal => deny.includes(principal)) || deny.includes(EVERYONE);
}

/** Why a channel may not hear of an offer, or that it may. @public */
export type ChannelVerdict = { mayHear: true } | { mayHear: false; reason: string };

/**
 * Whether a channel may hear of an offer (rule 1): everyone who reads the channel must be in the
 * offer's audience. A channel's readers are what the configuration declares; groups are compared by
 * name, so a deny of any principal withholds the announcement from shared channels.
 * @public
 */
export function mayChannelHear(channelAudience: Principals, access: Access): ChannelVerdict {
  const { allow, deny } = access.see;
  if (deny.length > 0) {
    return {
      mayHear: false,
      reason: 'the offer denies somebody, and a shared channel may hold them',
    };
  }
  const outside = channelAudience.filter(
    principal => !allow.includes(principal) && !allow.includes(EVERYONE),
  );
  if (channelAudience.length === 0 || outside.length > 0) {
    return {
      mayHear: false,
      reason: `the channel holds readers outside the offer's audience: ${outside.join(', ') || 'undeclared'}`,
    };
  }
  return { mayHear: true };
}
