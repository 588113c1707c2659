import { Capability, Me } from '@offerdesk/backstage-plugin-offers-common';
import { closest, distance } from 'fastest-levenshtein';
import { Asker } from '../../identity/asker';
import { IdentityRefusal } from '../../identity/refusal';
import { context, Drawn, section } from '../../views/blocks';
import { inline } from '../../views/text';
import { BotServices } from '../services';

/** What the words of the help depend on. */
export type Rights = Pick<Me, 'can' | 'approver'>;

interface Described {
  usage: string;
  purpose: string;
  /** one of these is needed for it; unless told, nothing is */
  needs?: readonly Capability[];
}

const described = {
  search: { usage: 'search WORDS', purpose: 'offers that you may see' },
  show: {
    usage: 'show NAME',
    purpose: 'one offer: price, lead time, who fulfils it, whether you may order it',
  },
  why: { usage: 'why NAME', purpose: 'why you can or cannot see and order it' },
  plan: {
    usage: 'plan NAME',
    purpose:
      'where its release plan stands, and what comes next; starts one where none is under way',
  },
  publish: {
    usage: 'publish NAME',
    purpose: 'what publishing its approved plan does, and asks first',
    needs: ['release'],
  },
  schedule: {
    usage: 'schedule NAME 2026-12-01 09:00',
    purpose: 'another release date for its plan',
    needs: ['managePlan'],
  },
  suspend: {
    usage: 'suspend NAME',
    purpose: 'stops it: seen, and not ordered; also in an emergency',
    needs: ['operate'],
  },
  resume: { usage: 'resume NAME', purpose: 'lets it be ordered again', needs: ['operate'] },
  rings: {
    usage: 'rings NAME',
    purpose: 'promote, hold or roll back what goes out in steps',
    needs: ['operate', 'readAll'],
  },
  'roll-back': {
    usage: 'roll-back NAME VERSION',
    purpose: 'brings the content of an earlier version back',
    needs: ['release'],
  },
  terminate: {
    usage: 'terminate NAME',
    purpose: 'plans its end: when, what replaces it, what becomes of subscriptions',
    needs: ['managePlan'],
  },
  announce: {
    usage: 'announce NAME',
    purpose: 'what was announced of it, to correct it or announce by hand',
    needs: ['readAll'],
  },
  audit: {
    usage: 'audit NAME',
    purpose: 'what was done to it and its plans, by whom and why',
    needs: ['readAudit'],
  },
  link: { usage: 'link', purpose: 'links this Slack account to your user of the portal' },
  unlink: { usage: 'unlink', purpose: 'ends that' },
  help: { usage: 'help', purpose: 'this list' },
} as const satisfies Record<string, Described>;

/** The words that `/offer` knows. */
export type CommandWord = keyof typeof described;

const words = Object.keys(described).filter(isCommandWord);

/** Whether `/offer` knows a word. */
export function isCommandWord(word: string): word is CommandWord {
  return Object.hasOwn(described, word);
}

const find = group('🔎 Find', ['search', 'show', 'why'], 'search postgres');
const decide = group('✅ Decide', ['plan'], 'plan postgres-production');
const manage = group(
  '🛠️ Manage',
  ['publish', 'schedule', 'suspend', 'resume', 'rings', 'roll-back', 'terminate', 'announce'],
  'publish postgres-production',
);
const look = group('📜 Look back', ['audit'], 'audit postgres-production');

const DECIDING =
  'What waits for your decision comes to you as a card, and stands on the Home tab of this app: approve, reject or ask there.';
const SETTINGS = '`/offer announce settings`  what you hear in person, and when';
const FOR_STAFF = '`/offer why NAME @person` tells the same of somebody else.';

const NOBODY: Rights = { can: [], approver: false };

/** `/offer help`: also for who is nobody of the portal yet, and while the portal does not answer. */
export async function helpCommand(
  { offers }: Pick<BotServices, 'offers'>,
  asker: Asker,
): Promise<Drawn> {
  try {
    return helpWords(await offers.for(asker).call('me', {}));
  } catch (error) {
    if (!(error instanceof IdentityRefusal)) return helpWords(undefined);
    const { text, blocks } = helpWords(NOBODY);
    return { text, blocks: [section(`⚠️ ${inline(error.message, 1500)}`), ...blocks] };
  }
}

/**
 * The words that are of use to somebody, by what they are for, with an example of each.
 *
 * @param rights - what they may do; undefined where that is not known, and then every word is named
 */
export function helpWords(rights: Rights | undefined): Drawn {
  const isStaff = !rights || rights.can.includes('readAll');
  const decides = isStaff || rights.approver;
  const blocks = [
    ...find(rights, isStaff ? FOR_STAFF : undefined),
    ...(decides ? decide(rights, DECIDING) : []),
    ...manage(rights),
    ...look(rights),
    section(['*🙋 You*', SETTINGS, ...(['link', 'unlink', 'help'] as const).map(rowOf)].join('\n')),
    context(
      'A name is the offer’s name, such as `postgres-production`, or its id, or words of its title. What changes something shows the effect first, and asks. Only you see the answers.',
    ),
    ...(decides
      ? []
      : [context('Who manages offers, or decides on plans, finds more words here.')]),
  ];
  return { text: 'What /offer can do', blocks };
}

/** A group of words: those of use to somebody, what else there is to say, and an example. */
function group(title: string, of: readonly CommandWord[], example: string) {
  return (rights: Rights | undefined, more?: string) => {
    const rows = of.filter(word => isOfUse(word, rights)).map(rowOf);
    if (rows.length === 0) return [];
    const lines = [
      `*${title}*`,
      ...rows,
      ...(more ? [more] : []),
      `_For example_ \`/offer ${example}\``,
    ];
    return [section(lines.join('\n'))];
  };
}

function isOfUse(word: CommandWord, rights: Rights | undefined): boolean {
  const { needs }: Described = described[word];
  return !rights || !needs || needs.some(need => rights.can.includes(need));
}

function rowOf(word: CommandWord): string {
  const { usage, purpose } = described[word];
  return `\`/offer ${usage}\`  ${purpose}`;
}

/** The answer to a word that is not a command: the nearest one, with what else was typed. */
export function unknownCommandWords(word: string, rest: string): string {
  const nearest = closest(word.toLowerCase(), words);
  const near = distance(word.toLowerCase(), nearest) <= Math.max(2, Math.floor(nearest.length / 2));
  const typed = `I do not know \`${inline(word, 50)}\`.`;
  if (!near) return `${typed} \`/offer help\` lists what I can do.`;
  return `${typed} Did you mean \`/offer ${nearest}${rest ? ` ${inline(rest, 200)}` : ''}\`?`;
}
