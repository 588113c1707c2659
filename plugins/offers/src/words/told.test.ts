import { explain, timelineOf } from '@offerdesk/backstage-plugin-offers-common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { BACKEND, COMMON, RULES, SERVER } from '../__testUtils__/toldFiles';
import { englishT, germanT } from '../__testUtils__/translators';
import { labelIn } from './changes';
import { readersZone } from './dates';
import { figuresIn, fromUtc } from './figures';
import './ManagerWords';
import { toldAs, toldIn } from './told';

jest.mock('./dates', () => {
  const dates = jest.requireActual<typeof import('./dates')>('./dates');
  return { ...dates, readersZone: jest.fn(dates.readersZone) };
});

/** What is written for developers, and is no sentence to a reader. */
function isForDevelopers(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return true;
  // What work is called in the server's own log.
  if (ts.isCallExpression(parent) && parent.expression.getText() === 'oneByOne') return true;
  return (
    ts.isPropertyAssignment(parent) && /^(description|example|id)$/.test(parent.name.getText())
  );
}

function sentenceOf(node: ts.Node): string {
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('X');
  }
  return ts.isStringLiteralLike(node) ? node.text : '';
}

/** Every sentence that a file says, with X where something is put in. */
function sentencesOf(root: string, path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const sentence = sentenceOf(node);
    if (/^[A-Z].*[a-z]{2}.* /.test(sentence) && !isForDevelopers(node)) found.push(sentence);
    ts.forEachChild(node, visit);
  };
  const text = readFileSync(join(root, path), 'utf8');
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('a sentence of the rules', () => {
  it('is known by its words, with what is put into it', () => {
    const t = englishT();
    for (const sentence of [
      'Choose a category, so that consumers find the offer.',
      'The margin is under the floor of 10 % in EUR, USD: raise the price or lower the cost.',
      'It ended on 1 Dec 2026, 09:00 UTC. It returns on 2 Dec 2026, 09:00 UTC.',
    ]) {
      expect(toldAs(sentence)).toBeDefined();
      expect(toldIn(t, sentence)).toBe(sentence);
    }
  });

  it('is known wherever the one rule gives a reason', () => {
    const access = {
      see: { allow: ['group:default/a'], deny: [] },
      order: { allow: ['group:default/b'], deny: [] },
      rings: [],
    };
    const version = {
      number: 1,
      validFrom: '2026-12-01T09:00:00.000Z',
      validUntil: '2026-12-05T09:00:00.000Z',
      access,
      releases: [{ product: 'component:default/x', version: '2.0' }],
      members: [{ offerId: 'other', dispensable: false }],
    };
    const timeline = timelineOf([version]);
    const suspended = {
      ...timeline,
      suspensions: [
        {
          from: '2026-12-02T09:00:00.000Z',
          until: '2026-12-03T09:00:00.000Z',
          kind: 'suspend' as const,
        },
      ],
    };
    const viewers = [
      ['group:default/a'],
      ['group:default/b'],
      ['group:default/a', 'group:default/b'],
    ];
    const days = ['2026-11-30', '2026-12-02', '2026-12-04', '2026-12-06'];
    const reasons = days.flatMap(day =>
      viewers.flatMap(principals =>
        [timelineOf([]), timeline, suspended].flatMap(
          life => explain(life, { principals }, `${day}T10:00:00.000Z`).orderable.reasons,
        ),
      ),
    );
    expect(new Set(reasons.map(({ code }) => code)).size).toBeGreaterThan(6);
    expect(reasons.filter(({ sentence }) => !toldAs(sentence))).toEqual([]);
  });

  it('brings its dates and amounts along into another language', () => {
    expect(toldIn(germanT(), 'It is offered until 1 Dec 2026, 09:00 UTC.')).toContain(
      '1. Dez. 2026, 09:00 UTC',
    );
    expect(figuresIn(germanT(), '1 Dec 2026, 09:00 NZDT')).toBe('1. Dez. 2026, 09:00 NZDT');
    jest.mocked(readersZone).mockReturnValueOnce('Europe/Berlin');
    expect(figuresIn(germanT(), '1 Dec 2026, 09:00 CET')).toBe('1. Dez. 2026, 09:00 MEZ');
    expect(figuresIn(germanT(), '1440.50 EUR, 16.7 %')).toBe('1.440,50 EUR, 16,7 %');
  });

  it('can be brought from UTC into the zone of the reader', () => {
    const said = 'It is offered since 1 Dec 2026, 23:30 UTC.';
    expect(fromUtc(said, 'Europe/Berlin')).toBe('It is offered since 2 Dec 2026, 00:30 CET.');
  });

  it('stays as it is when an organisation wrote it', () => {
    expect(toldIn(englishT(), 'Ask the board first.')).toBe('Ask the board first.');
  });

  it.each(RULES)('has its words in every language: %s', path => {
    const unknown = sentencesOf(COMMON, path).filter(sentence => !toldAs(sentence));
    expect(unknown).toEqual([]);
  });

  it.each(SERVER)('has its words in every language, of the server: %s', path => {
    const unknown = sentencesOf(BACKEND, path).filter(sentence => !toldAs(sentence));
    expect(unknown).toEqual([]);
  });

  it('is known among others, and with sentences and titles put into it', () => {
    expect(toldIn(germanT(), 'It was rolled back. Ask the board first.')).toMatch(
      /zurückgenommen.* Ask the board first\.$/,
    );
    expect(toldIn(germanT(), 'Not complete: Price, Who may see it.')).toBe(
      'Nicht vollständig: Preis, Wer es sehen darf.',
    );
  });

  it('names what changes', () => {
    const t = germanT();
    const field = 'content.pricing.priceLists';
    expect(labelIn(t, { field, label: 'Price' })).toBe('Preis');
    expect(labelIn(t, { field: 'x', label: 'Change of the view start: shows' })).toBe(
      'Änderung der Ansicht start: zeigt',
    );
    expect(labelIn(englishT(), { field, label: 'Price' })).toBe('Price');
  });
});
