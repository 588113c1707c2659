/** What a person can type to mention, link, format, turn around or break what is drawn of it. */
const PIECES = [
  '<!channel>',
  '<!here|nobody>',
  '<!everyone>',
  '<@U0ADA0001>',
  '<#C0OFFERS1>',
  '<!subteam^S0TEAM001>',
  '<https://evil.example|the portal>',
  '<mailto:a@evil.example|ask>',
  '<!date^1^{date}|now>',
  '&lt;!channel&gt;',
  '&amp;',
  '&',
  '<',
  '>',
  '\u202e',
  '\u2066',
  'ثقة',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '👍🏽',
  'é',
  '*bold*',
  '_x_',
  '~gone~',
  '`code`',
  '```\nfence\n```',
  '\n> quote\n',
  '\t',
  ' ',
  'a',
  '…',
  '@here',
  'http://evil.example',
] as const;

/** A number from 0 to below 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Hostile texts: each piece alone, each 40,000 characters long, and mixtures of all lengths. */
export function hostileTexts(seed: number, mixtures = 30): string[] {
  const next = random(seed);
  const mixed = Array.from({ length: mixtures }, (_, index) => {
    const count = 1 + Math.floor(next() * 4 ** (index % 7));
    return Array.from(
      { length: count },
      () => PIECES[Math.floor(next() * PIECES.length)] ?? '',
    ).join('');
  });
  const long = PIECES.map(piece => piece.repeat(Math.ceil(40_000 / piece.length)));
  return [...PIECES, ...long, ...mixed];
}
