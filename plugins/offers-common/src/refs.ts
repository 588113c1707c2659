import { z } from 'zod';

const ENTITY_REF = /^[a-z0-9+._-]+:[a-z0-9._-]+\/[a-z0-9._-]+$/;

/** The audience that holds every signed-in person. @public */
export const EVERYONE = 'everyone';

/**
 * A full software-catalogue entity reference, `kind:namespace/name`, lower case.
 * Upper case is accepted and lowered: the catalogue compares without case.
 * @public
 */
export const entityRefSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(
    ENTITY_REF,
    'Write the full reference: kind:namespace/name, such as group:default/payments',
  )
  .meta({ id: 'EntityRef', example: 'group:default/payments-team' });

/**
 * Who an audience list names: a user, a group, a machine, or `everyone`. A machine is a service that calls
 * with a Backstage service token: `machine:external/pipeline` has the subject `external:pipeline`.
 * @public
 */
export const principalSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .refine(
    value => value === EVERYONE || (ENTITY_REF.test(value) && /^(user|group|machine):/.test(value)),
    'Name a user (user:default/ada), a group (group:default/payments), a machine (machine:external/pipeline) or everyone',
  )
  .meta({ id: 'Principal', example: 'group:default/engineers' });

/**
 * What audiences call a machine, by the subject that Backstage's authentication gives its token: `external:pipeline` and,
 * as a static token is configured, `pipeline` are `machine:external/pipeline`; `plugin:scaffolder` is `machine:plugin/scaffolder`.
 *
 * @returns undefined for a subject that no audience could name
 * @public
 */
export function machineRef(subject: string): string | undefined {
  const [first, ...others] = subject.split(':');
  const name = others.length > 0 ? `${first}/${others.join('.')}` : `external/${first}`;
  const ref = principalSchema.safeParse(`machine:${name}`);
  return ref.success ? ref.data : undefined;
}

/**
 * A text that names entities by their names alone, where those are in the usual namespace: `group:default/engineers`
 * becomes `engineers`.
 * @public
 */
export function withShortRefs(text: string): string {
  return text.replace(/\b[a-z]+:default\/(?=[a-z0-9])/g, '');
}

/** Whether a principal is a machine, which the software catalogue does not know. @public */
export const isMachine = (principal: string): boolean => principal.startsWith('machine:');

/** An offer's name: the stable, readable part of its address. @public */
export const offerNameSchema = z
  .string()
  .min(1, 'Give the offer a name')
  .max(100, 'A name has at most 100 characters')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use lower-case letters, digits and single hyphens, such as postgres-production',
  )
  .meta({ id: 'OfferName', example: 'aws-rdspostgresql-production' });

/** The id of a stored thing: a UUID. @public */
export const idSchema = z.uuid('Not an id of Offerdesk').meta({ id: 'Id' });

/** An address that a person can open: http or https only, so that no text can become a script. @public */
export const webAddressSchema = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://' })
  .max(2000)
  .meta({ id: 'WebAddress', example: 'https://runbooks.example.com/postgres' });

/** Lower-case word of a configured list (category, catalogue). @public */
export const slugSchema = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and single hyphens')
  .meta({ id: 'Slug', example: 'databases' });
