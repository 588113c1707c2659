import type { ActPreview, OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { principalWords } from '../words/refs';

/** An act on what is published, as the API names it. */
export type Act = ActPreview['act'];

/** An act that a person does here; an offer is ended by a plan. */
export type OperatingAct = Exclude<Act, 'terminate'>;

interface ActWords {
  /** what the button that leads to it says */
  button: string;
  /** what is asked */
  title: string;
  confirm: string;
  /** what it does, in a sentence */
  effect: string;
  done: string;
  destructive?: boolean;
}

/** Each act in words: what it does is said before it is done. */
export const acts: Readonly<Record<OperatingAct, ActWords>> = {
  suspend: {
    button: 'Suspend…',
    title: 'Suspend this offer?',
    confirm: 'Suspend',
    effect: 'It stays visible, and nobody can order it until somebody resumes it.',
    done: 'Suspended',
    destructive: true,
  },
  emergency: {
    button: 'Emergency stop…',
    title: 'Stop this offer in an emergency?',
    confirm: 'Stop it now',
    effect: 'Nobody can order it, and the stop has to be reviewed by somebody else afterwards.',
    done: 'Stopped',
    destructive: true,
  },
  resume: {
    button: 'Resume…',
    title: 'Resume this offer?',
    confirm: 'Resume',
    effect: 'It can be ordered again, by those who may.',
    done: 'Resumed',
  },
  'ring-promote': {
    button: 'Promote…',
    title: 'Promote to the next ring?',
    confirm: 'Promote',
    effect: 'The next ring gets this version now; after the last one everybody does.',
    done: 'Promoted',
  },
  'ring-hold': {
    button: 'Hold…',
    title: 'Hold the ring?',
    confirm: 'Hold',
    effect: 'The ring does not go on by itself until somebody resumes or promotes it.',
    done: 'Held',
  },
  'ring-resume': {
    button: 'Let it go on…',
    title: 'Let the ring go on?',
    confirm: 'Let it go on',
    effect: 'Its hold time begins anew, and then the next ring follows by itself.',
    done: 'Going on',
  },
  'ring-roll-back': {
    button: 'Roll back…',
    title: 'Take this version back from its ring?',
    confirm: 'Roll back',
    effect: 'Those in the ring get the version before it again; this one is not served any more.',
    done: 'Rolled back',
    destructive: true,
  },
  'roll-back': {
    button: 'Back to an earlier content…',
    title: 'Go back to an earlier content?',
    confirm: 'Go back',
    effect:
      'The content of the earlier version is published as a new one, at once and for everybody.',
    done: 'Went back',
    destructive: true,
  },
};

type Segment = OfferLife['segments'][number];

function ringWords({ groups, percent }: { groups: readonly string[]; percent: number }): string {
  return [
    ...groups.map(principalWords),
    ...(percent > 0 ? [`${percent} % of the audience`] : []),
  ].join(', ');
}

/** For whom a version is served, in words. */
export function audienceWords(audience: Segment['audience']): string {
  switch (audience.whom) {
    case 'in':
      return `In the ring: ${ringWords(audience.ring)}`;
    case 'outside':
      return `Outside the ring of ${ringWords(audience.ring)}`;
    default:
      return 'The whole audience';
  }
}

/** Kinds of what channels hear. */
export const announcementKinds: Readonly<Record<string, string>> = {
  upcoming: 'Coming soon',
  available: 'Now available',
  changed: 'Changed',
  ending: 'Ending',
  ended: 'Ended',
  promotion: 'Promotion',
};

/** What is done with a ring, in the past. */
export const ringActs: Readonly<Record<OfferLife['rings'][number]['acts'][number]['act'], string>> =
  {
    promote: 'Promoted',
    hold: 'Held',
    resume: 'Let go on',
    'roll-back': 'Rolled back',
  };
