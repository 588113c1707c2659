import { Config } from '@backstage/config';
import { z } from 'zod';

const KEY = 'offers.sources.openServiceBroker';

const text = (remedy: string) => z.string(remedy).trim().min(1, remedy);
const name = (remedy: string) => text(remedy).max(120, 'give at most 120 characters');

const authSchema = z
  .strictObject({
    username: text('give the user name that the broker knows')
      .regex(/^[^:]+$/, 'a user name has no colon; put what follows it into password')
      .optional(),
    password: text(
      'give the password; if it comes from the environment, set the variable',
    ).optional(),
    token: text('give the token; if it comes from the environment, set the variable')
      .regex(
        /^[\x21-\x7e]+$/,
        'a token has neither white space nor letters outside ASCII; correct it',
      )
      .optional(),
  })
  .transform((auth, context): BrokerAuth => {
    const { username, password, token } = auth;
    if (username && password && !token) return { username, password };
    if (token && !username && !password) return { token };
    context.addIssue(
      'give either username and password, or token; if they come from the environment, set the variables',
    );
    return z.NEVER;
  });

const settingsSchema = z
  .strictObject({
    id: z
      .string('give an id, such as aws; it becomes part of the names of the offers')
      .max(40, 'give an id of at most 40 characters')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens'),
    title: name('give the name that people read, such as AWS Service Broker'),
    file: text('give the path of the catalogue, relative to the working directory').optional(),
    url: z
      .string('give the address of the broker, such as https://broker.example.com')
      .transform(brokerUrl)
      .optional(),
    auth: authSchema.optional(),
    provider: name('give the name of the supplier, or leave the key out').optional(),
  })
  .transform(({ file, url, auth, ...settings }, context): BrokerSettings => {
    if (file && !url && !auth) return { ...settings, place: { kind: 'file', path: file } };
    if (url && !file) return { ...settings, place: { kind: 'url', url, auth } };
    context.addIssue(
      file && auth && !url
        ? { code: 'custom', path: ['auth'], message: 'a file needs no auth; take the key out' }
        : 'give either file or url',
    );
    return z.NEVER;
  });

/** How the broker knows us. */
export type BrokerAuth = { username: string; password: string } | { token: string };

/** Where a catalogue is. */
export type BrokerPlace =
  { kind: 'file'; path: string } | { kind: 'url'; url: string; auth: BrokerAuth | undefined };

/** One configured broker. */
export interface BrokerSettings {
  /** part of each offer's name and of its fulfilment reference */
  id: string;
  title: string;
  place: BrokerPlace;
  /** the external party where the catalogue names none */
  provider?: string | undefined;
}

/**
 * The configured brokers; none without the key.
 * @throws Error that names the key and the remedy, and never a value
 */
export function readBrokerSettings(config: Config): BrokerSettings[] {
  const parsed = z
    .array(settingsSchema, 'give a list of brokers')
    .safeParse(config.getOptional(KEY) ?? []);
  if (!parsed.success) throw new Error(firstProblem(parsed.error));
  const twice = parsed.data.findIndex(
    ({ id }, index) => parsed.data.findIndex(other => other.id === id) < index,
  );
  if (twice >= 0) {
    throw new Error(
      `Configuration key ${KEY}[${twice}].id: another broker has this id; give each its own.`,
    );
  }
  return parsed.data;
}

function firstProblem({ issues }: z.ZodError): string {
  const issue = issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown];
  const key = path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : `${before}.${String(part)}`,
    KEY,
  );
  const remedy =
    unknown.length > 0 ? 'no such key; correct its spelling or take it out' : issue?.message;
  return `Configuration key ${key}: ${remedy}.`;
}

/** The address without a slash at its end; credentials in it would end up in logs, so they are refused. */
function brokerUrl(value: string, context: z.RefinementCtx): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    context.addIssue('give an address that begins with https:// or http://');
  } else if (url.username || url.password) {
    context.addIssue('put user name and password into auth, not into the address');
  } else if (url.search || url.hash || /\/v2\/catalog\/?$/.test(url.pathname)) {
    context.addIssue('give the address of the broker alone, without /v2/catalog, ? and #');
  } else {
    return url.href.replace(/\/+$/, '');
  }
  return z.NEVER;
}
