import { closest, distance } from 'fastest-levenshtein';
import { section, Drawn } from '../../views/blocks';
import { inline } from '../../views/text';

const described = {
  search: ['search WORDS', 'offers that you may see'],
  show: ['show NAME', 'one offer: price, lead time, who fulfils it, whether you may order it'],
  why: [
    'why NAME @person',
    'why you can or cannot see and order it; for staff, also why somebody else',
  ],
  plan: [
    'plan NAME',
    'where its release plan stands, and what comes next; starts one where none is under way',
  ],
  publish: [
    'publish NAME',
    'shows what publishing an approved plan does, and asks before it does it',
  ],
  schedule: ['schedule NAME 2026-12-01 09:00', 'another release date for its plan'],
  suspend: ['suspend NAME', 'stops it: seen, and not ordered; also in an emergency'],
  resume: ['resume NAME', 'lets it be ordered again'],
  'roll-back': ['roll-back NAME VERSION', 'brings the content of an earlier version back'],
  rings: ['rings NAME', 'promote, hold or roll back what goes out in steps'],
  terminate: [
    'terminate NAME',
    'plans its end: when, what replaces it, what becomes of subscriptions',
  ],
  announce: [
    'announce NAME',
    'what was announced of it, to correct it or announce by hand; `settings`: what you hear in person',
  ],
  audit: ['audit NAME', 'what was done to it and its plans, by whom and why'],
  link: ['link', 'says who you are: links this Slack account to your user of the portal'],
  unlink: ['unlink', 'ends that'],
  help: ['help', 'this list'],
} as const;

/** The words that `/offer` knows. */
export type CommandWord = keyof typeof described;

const words = Object.keys(described).filter(isCommandWord);

/** Whether `/offer` knows a word. */
export function isCommandWord(word: string): word is CommandWord {
  return Object.hasOwn(described, word);
}

/** `/offer help`. */
export function helpWords(): Drawn {
  const rows = words.map(word => {
    const [usage, purpose] = described[word];
    return `\`/offer ${usage}\`  ${purpose}`;
  });
  return {
    text: 'What /offer can do',
    blocks: [
      section(`*What \`/offer\` can do*\n${rows.join('\n')}`),
      section(
        'A name is the offer’s name, such as `postgres-production`, or its id, or words of its title. What changes something shows the effect first, and asks. Only you see the answers.',
      ),
    ],
  };
}

/** The answer to a word that is not a command: the nearest one, with what else was typed. */
export function unknownCommandWords(word: string, rest: string): string {
  const nearest = closest(word.toLowerCase(), words);
  const near = distance(word.toLowerCase(), nearest) <= Math.max(2, Math.floor(nearest.length / 2));
  const typed = `I do not know \`${inline(word, 50)}\`.`;
  if (!near) return `${typed} \`/offer help\` lists what I can do.`;
  return `${typed} Did you mean \`/offer ${nearest}${rest ? ` ${inline(rest, 200)}` : ''}\`?`;
}
