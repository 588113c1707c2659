import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { actingTexts, formattedTexts } from '../__testUtils__/harmless';
import { hostileTexts } from '../__testUtils__/hostileTexts';
import { textsIn } from '../__testUtils__/reading';
import { answerSamples } from '../__testUtils__/samples/answers';
import { formSamples } from '../__testUtils__/samples/forms';
import { messageSamples } from '../__testUtils__/samples/messages';
import { Sample } from '../__testUtils__/samples/sample';
import {
  slackHomeSchema,
  slackMessageSchema,
  slackModalSchema,
} from '../__testUtils__/slackSchema';

const samples: Readonly<Record<string, Sample>> = {
  ...messageSamples,
  ...answerSamples,
  ...formSamples,
};

/** An exported function as prettier leaves it, with what it gives. */
const FUNCTION = /^export function (\w+)[\s\S]*?\): ([^\n]+) \{$/gm;

/** The functions that draw a message, a modal or an App Home, found where they are written. */
function views(): string[] {
  const files = readdirSync(__dirname).filter(
    file => file.endsWith('.ts') && !file.includes('.test'),
  );
  return files.flatMap(file =>
    [...readFileSync(`${__dirname}/${file}`, 'utf8').matchAll(FUNCTION)].flatMap(
      ([, name, gives]) =>
        name && /\b(Drawn|ModalView|HomeView)\b/.test(gives ?? '') ? [name] : [],
    ),
  );
}

function schemaOf(drawn: object): z.ZodType {
  if (!('type' in drawn)) return slackMessageSchema;
  return drawn.type === 'home' ? slackHomeSchema : slackModalSchema;
}

function faultsOf(drawn: object): string[] {
  const { error } = schemaOf(drawn).safeParse(JSON.parse(JSON.stringify(drawn)));
  return error ? error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) : [];
}

/** What a person must not be able to do, and did: mention, link, call, or turn our words around. */
function mischiefOf(drawn: object): string[] {
  const turned = textsIn(drawn).filter(text => /[\u202a-\u202e\u2066-\u2069]/.test(text));
  return [...actingTexts(drawn), ...turned].map(text => `acting: ${text.slice(0, 300)}`);
}

/** All that is short, and some of what is long: each length is cut in the same way. */
const HOSTILE = hostileTexts(5, 12).filter(
  (text, index) => text.length < 10_000 || index % 4 === 0,
);

it('has a sample of every view that there is, and of none that is gone', () => {
  expect(Object.keys(samples).sort()).toEqual([...new Set(views())].sort());
});

describe.each(Object.entries(samples))('%s', (_name, sample) => {
  it('mentions nobody, links nowhere, breaks nothing and is cut in no character, whatever people wrote', () => {
    const faults = HOSTILE.flatMap(text =>
      sample({ text, many: 2 }).flatMap(drawn => [...faultsOf(drawn), ...mischiefOf(drawn)]),
    );
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
  });

  it('is formatted nowhere by what people wrote', () => {
    const drawn = sample({ text: '*x* _y_ ~z~ `w`', many: 2 });
    expect(drawn.flatMap(formattedTexts)).toEqual([]);
  });

  it.each([
    [100, '&'.repeat(120)],
    [300, 'A title of some length, as people write them'],
    [1000, '👨‍👩‍👧‍👦'.repeat(12)],
  ])('keeps the limits with %i of everything', (many, text) => {
    const faults = sample({ text, many }).flatMap(drawn => [
      ...faultsOf(drawn),
      ...mischiefOf(drawn),
    ]);
    expect([...new Set(faults)].slice(0, 10)).toEqual([]);
  });
});
