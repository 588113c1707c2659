import { Change } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { section } from './blocks';
import { changeLine } from './offerImpact';
import { inline, lines } from './text';

/** What a line of the impact of a structure change is about: the kind of change, of what, and which field of it. */
interface Line {
  /** what the lines of one change have in common */
  about: string;
  heading: string;
  target: string;
  field: string;
  change: Change;
}

/**
 * The changes of catalogues, categories, views and places of offers, change by change: each is called once, by its title, and
 * its fields stand below. What is always so with something new is left out.
 */
export function structureBlocks(changes: readonly Change[]): KnownBlock[][] {
  const groups = new Map<string, Line[]>();
  for (const line of changes.map(lineOf)) {
    groups.set(line.about, [...(groups.get(line.about) ?? []), line]);
  }
  return [...groups.values()].map((group, index) => {
    const heading = index === 0 ? ['*Structure and views*'] : [];
    return [section([...heading, ...groupLines(group)].join('\n'))];
  });
}

/** The impact names a field `kind target field`, and calls it `what is changed: field`. */
function lineOf(change: Change): Line {
  const [kind = '', target = '', ...rest] = change.field.split(' ');
  const end = change.label.lastIndexOf(': ');
  if (rest.length === 0 || end < 0) {
    return { about: change.field, heading: '', target: '', field: '', change };
  }
  const field = change.label.slice(end + 2);
  return { about: `${kind} ${target}`, heading: change.label.slice(0, end), target, field, change };
}

function groupLines(group: readonly Line[]): string[] {
  const [first] = group;
  if (!first?.heading) return group.map(({ change }) => changeLine(change));
  const { heading, target } = first;
  const title = group.find(({ field }) => field === 'title')?.change;
  const isNew = title !== undefined && title.before === undefined;
  const name = title?.before ?? title?.after;
  // A name is for addresses; who reads the card knows the title.
  const called =
    name !== undefined && heading.endsWith(` ${target}`)
      ? `${heading.slice(0, -target.length)}${name}`
      : heading;
  const shown = group.filter(line => !(isNew && isUsual(line)));
  return [
    `*${inline(called, 160)}*`,
    lines(
      shown.map(({ field, change }) => changeLine({ ...change, label: field })),
      2200,
    ),
  ].filter(line => line !== '');
}

/** Of something new: its title stands above, its place among its siblings and whom it is gained by say nothing more. */
function isUsual({ field, change }: Line): boolean {
  const holdsNothing = field === 'offers in it' && change.after === '0';
  return holdsNothing || ['title', 'order', 'readers gained'].includes(field);
}
