import { isJsonObject, Json, jsonFault } from '../content/json';
import { FeatureToggle, Options } from '../content/options';
import { hashJson } from '../content/contentHash';
import { optionLimits, optionProblems } from '../options/checkOptions';
import { optionNames } from '../options/optionNames';
import { valueProblem } from '../options/validator';
import { FieldProblem } from '../problems';

/** What a consumer asks for. */
export interface Asked {
  options: Readonly<Record<string, Json>>;
  toggles: Readonly<Record<string, boolean>>;
}

/** What was chosen, or the fields that are not right. */
export type Settled =
  | { ok: true; options: Record<string, Json>; toggles: Record<string, boolean>; notes: string[] }
  | { ok: false; fields: FieldProblem[] };

/**
 * What a consumer gets of what they ask for: their own values, the default of an option that they say
 * nothing of, and what the offer fixes, which nobody overrides. The whole satisfies the option schema.
 *
 * @param at - UTC instant: a toggle that has ended stands at its default
 */
export function settleChoices(offered: Options, asked: Asked, at: string): Settled {
  const fields = [
    ...boundProblems(offered, asked.options),
    ...fixedProblems(offered, asked.options),
    ...unknownToggles(offered, asked.toggles),
  ];
  if (fields.length > 0) return { ok: false, fields: fields.slice(0, 20) };
  const { schema, fixed } = offered;
  const options = { ...defaultsOf(schema), ...asked.options, ...fixed };
  const known = optionNames(schema);
  // What the offer fixes beside the schema is its own affair, and nothing that a consumer could mend.
  const judged = Object.fromEntries(Object.entries(options).filter(([name]) => known.has(name)));
  const problem = valueProblem(schema, judged);
  if (problem) {
    const { path, message } = problem;
    return { ok: false, fields: [{ field: ['options', ...path].join('.'), remedy: message }] };
  }
  return { ok: true, options, ...settleToggles(offered.toggles, asked.toggles, at) };
}

/** Measured before the schema is asked: a check has to end in bounded time. */
function boundProblems(offered: Options, options: Asked['options']): FieldProblem[] {
  const [unsound] = optionProblems(offered);
  if (unsound) return [{ field: 'options', remedy: `The offer has to be mended: ${unsound}` }];
  const fault =
    jsonFault(options, optionLimits) ??
    (JSON.stringify(options).length > optionLimits.bytes ? 'they are too large' : undefined);
  if (fault) return [{ field: 'options', remedy: `Give smaller options: ${fault}` }];
  const known = optionNames(offered.schema);
  const matches = /"(?:pattern|format)"/.test(JSON.stringify(offered.schema));
  return Object.entries(options).flatMap(([name, value]) => {
    const field = `options.${name.slice(0, 200)}`;
    if (!known.has(name) && !Object.hasOwn(offered.fixed, name)) {
      return [{ field, remedy: 'The offer has no such option; take it out' }];
    }
    return matches && JSON.stringify(value).length > optionLimits.matched
      ? [{ field, remedy: `Give at most ${optionLimits.matched} characters` }]
      : [];
  });
}

const isSame = (a: unknown, b: unknown) => hashJson(a ?? null) === hashJson(b ?? null);

function fixedProblems({ fixed }: Options, options: Asked['options']): FieldProblem[] {
  return Object.entries(options)
    .filter(([name, value]) => Object.hasOwn(fixed, name) && !isSame(fixed[name], value))
    .map(([name]) => ({
      field: `options.${name}`,
      remedy: 'The offer fixes this option; take it out',
    }));
}

function unknownToggles({ toggles }: Options, asked: Asked['toggles']): FieldProblem[] {
  const known = new Set(toggles.map(({ key }) => key));
  return Object.keys(asked)
    .filter(key => !known.has(key))
    .map(key => ({
      field: `toggles.${key.slice(0, 200)}`,
      remedy: 'The offer has no such toggle; take it out',
    }));
}

function defaultsOf(schema: Options['schema']): Record<string, Json> {
  const properties = isJsonObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, own]) =>
      isJsonObject(own) && own.default !== undefined ? [[name, own.default]] : [],
    ),
  );
}

function settleToggles(toggles: readonly FeatureToggle[], asked: Asked['toggles'], at: string) {
  const settled = toggles.map(toggle => {
    const { key, endsAt } = toggle;
    const own = Object.hasOwn(asked, key) ? asked[key] : undefined;
    const hasEnded = endsAt !== undefined && endsAt <= at;
    const value = hasEnded ? toggle.default : (own ?? toggle.default);
    return { toggle, value, isOverruled: own !== undefined && own !== value };
  });
  return {
    toggles: Object.fromEntries(settled.map(({ toggle, value }) => [toggle.key, value])),
    notes: settled
      .filter(({ isOverruled }) => isOverruled)
      .map(({ toggle }) => `${toggle.title} can no longer be chosen, and stands at its default.`),
  };
}
