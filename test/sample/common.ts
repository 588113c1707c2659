import { ContentInput } from '@offerdesk/backstage-plugin-offers-common';

/** Who runs the platform of the sample organisation, and owns what is offered of it. */
export const PLATFORM = 'group:default/platform-team';

const engineers = 'group:default/engineers';

/** Engineers order; those who look after the catalogue see what they look after. */
export const audience = {
  see: {
    allow: [engineers, 'group:default/catalog-managers', 'group:default/release-managers'],
  },
  order: { allow: [engineers] },
} satisfies ContentInput['access'];

/** Who helps with whatever the platform team runs. */
export const supported = {
  reference: 'Slack channel #platform-help, weekdays 8 to 18',
  parties: [{ kind: 'internal' as const, ref: PLATFORM }],
};
