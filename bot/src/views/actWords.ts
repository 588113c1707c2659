import { ActPreview, OfferAct } from '@offerdesk/backstage-plugin-offers-common';

/** What an act is called where it is asked for, done and told. */
export interface ActWords {
  /** at most 24 characters: the title of the modal */
  title: string;
  button: string;
  ask: string;
  done: string;
  style: 'primary' | 'danger';
}

/** The words of each act. */
export const actWords: Readonly<Record<OfferAct, ActWords>> = {
  suspend: {
    title: 'Suspend the offer',
    button: 'Suspend…',
    ask: 'Why do you suspend it?',
    done: '⏸️ Suspended',
    style: 'danger',
  },
  emergency: {
    title: 'Emergency stop',
    button: 'Emergency stop…',
    ask: 'What is the emergency?',
    done: '🛑 Stopped',
    style: 'danger',
  },
  resume: {
    title: 'Resume the offer',
    button: 'Resume…',
    ask: 'Why can it be ordered again?',
    done: '▶️ Resumed',
    style: 'primary',
  },
  'ring-promote': {
    title: 'Promote the ring',
    button: 'Promote…',
    ask: 'Why does it go on?',
    done: '⏩ Promoted',
    style: 'primary',
  },
  'ring-hold': {
    title: 'Hold the ring',
    button: 'Hold…',
    ask: 'Why do you hold it?',
    done: '✋ Held',
    style: 'danger',
  },
  'ring-resume': {
    title: 'Let the ring go on',
    button: 'Let it go on…',
    ask: 'Why does it go on?',
    done: '▶️ The ring goes on',
    style: 'primary',
  },
  'ring-roll-back': {
    title: 'Roll back the ring',
    button: 'Roll back…',
    ask: 'Why is it taken back?',
    done: '⏪ Rolled back',
    style: 'danger',
  },
  'roll-back': {
    title: 'Roll back the offer',
    button: 'Roll back…',
    ask: 'Why does the earlier version come back?',
    done: '⏪ Rolled back',
    style: 'danger',
  },
};

/** What is asked first: what the act would do. */
export function actHead({ act, title }: Pick<ActPreview, 'act' | 'title'>): string {
  return act === 'terminate' ? `End: ${title}` : `${actWords[act].title}: ${title}`;
}
