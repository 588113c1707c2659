import { offerNameSchema } from '@offerdesk/backstage-plugin-offers-common';

const ADDRESS = /\/offers\/o\/([a-z0-9-]+)\/?$/;

/** The name of the offer whose page stands at an address of the portal; undefined for any other address. */
export function offerNameIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return offerNameSchema.safeParse(ADDRESS.exec(new URL(url).pathname)?.[1]).data;
}
