import { formatInstant } from '@offerdesk/backstage-plugin-offers-common';
import { Names } from '../backend/names';
import { MrkdwnElement, PlainTextElement } from '@slack/types';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// Slack formats what stands between these marks; a person's text is shown, never formatted. The marks
// that only format at the edge of a word stay inside words, where names such as `rds_mysql` need them.
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/\*/g, '\u2217'],
  [/~/g, '\u223c'],
  [/`/g, '\u02cb'],
  [/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\uff3f'],
];

/** Marks that turn the direction of what follows them, beyond the end of the text that holds them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Slack's three control characters as entities: after this, no text mentions, links or calls a channel.
 * Marks that would turn our own words around are taken out; letters find their direction by themselves.
 */
export function escape(text: string): string {
  return text.replace(TURNING, '').replace(/[&<>]/g, mark => ESCAPES[mark] ?? mark);
}

/**
 * What a person wrote, for use inside a line of mrkdwn: one line, escaped, never formatted.
 *
 * @param limit - most code points shown
 */
export function inline(text: string, limit = 200): string {
  const line = cut(text.replace(/\s+/g, ' ').trim(), limit);
  return MARKS.reduce((kept, [mark, lookalike]) => kept.replace(mark, lookalike), escape(line));
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text, cut to a length in UTF-16 units, with an ellipsis when something went. What a reader takes for one
 * character, such as a family of emoji, stays whole or goes.
 */
export function cut(text: string, limit: number, ending = '…'): string {
  if (text.length <= limit) return text;
  let kept = '';
  // A character that begins within the limit and ends beyond this window does not fit anyhow.
  for (const { segment } of characters.segment(text.slice(0, limit + 1))) {
    if (kept.length + segment.length + ending.length > limit) break;
    kept += segment;
  }
  return kept.trimEnd() + ending;
}

/** Stands where nothing is left to be shown. */
const NOTHING = '–';

/** What notifications and readers without blocks are shown of a message: escaped, and short. */
export function brief(text: string): string {
  return escape(cut(text, 500)).trim() || NOTHING;
}

/** A plain text: Slack decodes the entities, and formats, links and mentions nothing. */
export function plain(text: string, limit = 3000): PlainTextElement {
  // What is left may be nothing, which Slack refuses.
  return {
    type: 'plain_text',
    text: escapedWithin(text.trim(), limit).trim() || NOTHING,
    emoji: false,
  };
}

/**
 * A mrkdwn text of our own words around {@link inline} parts; nothing in it is linked unasked.
 * Too long a text is cut, never through an entity or a piece of markup.
 */
export function mrkdwn(text: string, limit = 3000): MrkdwnElement {
  const whole = cut(text, limit).replace(/(?:&[a-z]*|<[^<>]*)…$/, '…');
  // Of what a person wrote nothing may be left, and Slack refuses nothing.
  return { type: 'mrkdwn', text: whole.trim() ? whole : NOTHING, verbatim: true };
}

function escapedWithin(text: string, limit: number): string {
  // Entities make the text longer, and a cut must not go through one.
  let length = limit;
  let escaped = escape(cut(text, length));
  while (escaped.length > limit) {
    length -= Math.ceil((escaped.length - limit) / 5);
    escaped = escape(cut(text, length));
  }
  return escaped;
}

/** Lines of mrkdwn within a limit: whole lines, then how many more there are and where. */
export function lines(all: readonly string[], limit = 2900): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of all) {
    length += line.length + 1;
    if (length > limit) break;
    kept.push(line);
  }
  const left = all.length - kept.length;
  return left === 0
    ? kept.join('\n')
    : [...kept, `_… and ${left} more: see the portal_`].join('\n');
}

/** An instant in the zone of whoever reads it, drawn by Slack; in UTC where Slack cannot. */
export function readersDate(instant: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000);
  return Number.isNaN(seconds)
    ? inline(instant)
    : `<!date^${seconds}^{date_short_pretty}, {time}|${formatInstant(instant, 'UTC')}>`;
}

/** `group:default/engineers` as a person says it: engineers. */
export function refWords(ref: string): string {
  const name = /^[a-z0-9+._-]+:(.+)$/i.exec(ref)?.[1] ?? ref;
  return name.replace(/^default\//, '');
}

/** What a person or a group is called: by the name of its ref where the name is not known. */
export function called(ref: string, names: Names): string {
  return names.get(ref) ?? refWords(ref);
}

/** Who did something: the system itself by the name of the product. */
export function actorWords(ref: string, names: Names): string {
  return ref.startsWith('system:') ? 'Offerdesk' : called(ref, names);
}

/** A Slack channel by its id; Slack draws its name for those who may see it. */
export function channelWords(channel: string): string {
  return /^[CG][A-Z0-9]+$/.test(channel) ? `<#${channel}>` : inline(channel);
}
