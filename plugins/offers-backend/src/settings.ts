import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  announcementKindSchema,
  ApprovalPolicy,
  approvalPolicySchema,
  ChannelRoute,
  entityRefSchema,
  Freeze,
  freezeSchema,
  principalSchema,
  Role,
  RoleMapping,
  roleSchema,
  slackTeamIdSchema,
  slugSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { readRoleMapping } from '@offerdesk/backstage-plugin-offers-node';
import { z } from 'zod';

/** A category as the configuration says it: it is brought into the structure when the plugin starts. */
export interface ConfiguredCategory {
  id: string;
  title: string;
  parent?: string | undefined;
}

/** What the configuration says under `offers`. */
export interface Settings {
  portalUrl: string;
  roles: RoleMapping;
  categories: ConfiguredCategory[];
  approval: ApprovalPolicy;
  announcementChannels: (ChannelRoute & { channel: string; audience: string[] })[];
  matchEmail: boolean;
  /** in which workspace a channel is, where that is not the first */
  channelTeams: Readonly<Record<string, string>>;
  /** what people call a channel, by its id */
  channelNames: Record<string, string>;
  demand: { forUncarriedProducts: boolean };
  /** who may waive a criterion */
  waiverRoles: readonly Role[];
  /** who is told what is coming, where it is for them */
  consumerManagers: readonly string[];
  /** times in which nothing should be released */
  freezes: readonly Freeze[];
}

/** Who is told: a group, or a single user. */
const groupOrUserSchema = entityRefSchema.refine(
  ref => /^(group|user):/.test(ref),
  'name a group or a user, such as group:default/release-managers',
);

const channelSchema = z
  .string()
  .regex(/^[CG][A-Z0-9]{6,}$/, 'give the id of the Slack channel, such as C0123ABCD');

/** A name as Slack shows it; its mark may stand before it. */
const channelNameSchema = z
  .string()
  .transform(name => name.replace(/^#/, ''))
  .pipe(z.string().min(1, 'give the name of the channel, such as platform-offers').max(80));

const offersSchema = z.object({
  portalUrl: z.url('give an address such as https://portal.example.com').optional(),
  categories: z
    .array(
      z.object({
        id: slugSchema,
        title: z.string().min(1, 'give the category a title'),
        parent: slugSchema.optional(),
      }),
    )
    .default([])
    .check(({ value, issues }) => {
      for (const message of categoryFaults(value)) {
        issues.push({ code: 'custom', message, input: value });
      }
    }),
  approval: approvalPolicySchema,
  announcements: z
    .object({
      channels: z
        .array(
          z.object({
            channel: channelSchema,
            audience: z
              .array(principalSchema)
              .min(1, 'say who reads the channel: groups, or everyone'),
            catalogues: z.array(slugSchema).optional(),
            categories: z.array(slugSchema).optional(),
            views: z.array(slugSchema).optional(),
            kinds: z.array(announcementKindSchema).optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
  demand: z.object({ forUncarriedProducts: z.boolean().default(false) }).prefault({}),
  slack: z
    .object({
      matchEmail: z.boolean().default(false),
      channelTeams: z.record(channelSchema, slackTeamIdSchema).default({}),
      channelNames: z.record(channelSchema, channelNameSchema).default({}),
    })
    .prefault({}),
  waivers: z
    .object({
      roles: z
        .array(roleSchema)
        .min(1, 'name at least one role that may waive criteria')
        .default(['catalogManager']),
    })
    .prefault({}),
  stakeholders: z.object({ consumerManagers: z.array(groupOrUserSchema).default([]) }).prefault({}),
  calendar: z
    .object({
      freezes: z
        .array(
          freezeSchema.refine(
            ({ from, until }) => from < until,
            'let the freeze end after it begins',
          ),
        )
        .default([]),
    })
    .prefault({}),
});

/** What is not sound in the configured categories: each is named once, after the one that it is in. */
function categoryFaults(categories: readonly ConfiguredCategory[]): string[] {
  return categories.flatMap(({ id, parent }, index) => {
    const before = categories.slice(0, index).map(each => each.id);
    return [
      ...(before.includes(id) ? [`name the category ${id} once`] : []),
      ...(parent !== undefined && !before.includes(parent)
        ? [`name the category ${parent}, in which ${id} is, before it`]
        : []),
    ];
  });
}

/**
 * Reads the configuration.
 * @throws InputError with every key that is not right, and the remedy
 */
export function readSettings(config: Config): Settings {
  const parsed = offersSchema.safeParse(config.getOptional('offers') ?? {});
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `offers.${path.join('.')}: ${message}`,
    );
    throw new InputError(`The configuration needs attention.\n${lines.join('\n')}`);
  }
  const { portalUrl, categories, approval, announcements, demand, slack } = parsed.data;
  const { waivers, stakeholders, calendar } = parsed.data;
  return {
    portalUrl: (portalUrl ?? config.getString('app.baseUrl')).replace(/\/$/, ''),
    roles: readRoleMapping(config),
    categories,
    approval,
    announcementChannels: announcements.channels,
    matchEmail: slack.matchEmail,
    channelTeams: slack.channelTeams,
    channelNames: slack.channelNames,
    demand,
    waiverRoles: waivers.roles,
    consumerManagers: stakeholders.consumerManagers,
    freezes: calendar.freezes,
  };
}
