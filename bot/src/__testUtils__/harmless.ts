import { textsIn } from './reading';

/** What somebody may write in every field. */
export const HOSTILE =
  '<!channel> & <https://evil.example|free> <@U0ADA0001> *x* _y_ ~z~ `w`\n> q @here';

// What is left when our own markup is taken out: dates, channel names from ids.
const ours = (text: string) =>
  text.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, '').replace(/<#[CG][A-Z0-9]+>/g, '');

/** The texts of a message in which what a person wrote mentions somebody, links somewhere or calls a channel. */
export function actingTexts(message: object): string[] {
  const texts = textsIn(message).map(ours);
  if (texts.length === 0) throw new Error('the message says nothing');
  return texts.filter(text => /[<>]|&(?!amp;|lt;|gt;)/.test(text));
}

/** The texts of a message in which what a person wrote is formatted, or may be linked unasked. */
export function formattedTexts(message: object): string[] {
  const all = JSON.stringify(message);
  const formatted = all.match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [];
  return [
    ...formatted.filter(text => /\*x\*|_y_|~z~|`w`/.test(text)),
    ...(all.match(/"verbatim":false/g) ?? []),
  ];
}
