import type { Change } from '@offerdesk/backstage-plugin-offers-common';
import { codedIn } from './coded';
import { toldIn } from './told';
import type { T } from './translation';

/** What a line of changes is about; one of the structure says first which part of it, and then what of it. */
export function labelIn(t: T, { field, label }: Pick<Change, 'field' | 'label'>): string {
  const [, what, part] = /^(.+): ([^:]+)$/.exec(label) ?? [];
  return what === undefined || part === undefined
    ? toldIn(t, codedIn(t, 'change.said', field, label))
    : `${toldIn(t, what)}: ${codedIn(t, 'change.said', part, part)}`;
}
