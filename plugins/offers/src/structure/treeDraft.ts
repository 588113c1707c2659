import type { CallInput, WholeStructure } from '@offerdesk/backstage-plugin-offers-common';

/** A change of the structure as a plan brings it. */
export type Change = NonNullable<CallInput<'createPlan'>['body']['changes']>[number];

/** A category as the tree shows it. */
export interface TreeItem {
  name: string;
  title: string;
  catalogue: string;
  parent: string | undefined;
  order: number;
  /** whether the draft adds or changes it */
  isChanged: boolean;
}

/** A category with where it stands. */
export interface PlacedItem extends TreeItem {
  depth: number;
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function changed(items: readonly TreeItem[], { kind, target, body }: Change): TreeItem[] {
  switch (kind) {
    case 'category-create':
      return [
        ...items,
        {
          name: target,
          title: text(body.title) ?? target,
          catalogue: text(body.catalogue) ?? 'default',
          parent: text(body.parent),
          order: 0,
          isChanged: true,
        },
      ];
    case 'category-change':
      return items.map(item =>
        item.name === target
          ? { ...item, title: text(body.title) ?? item.title, isChanged: true }
          : item,
      );
    case 'category-move':
      return items.map(item =>
        item.name === target ? { ...item, parent: text(body.parent), isChanged: true } : item,
      );
    case 'category-retire':
      return items.filter(({ name }) => name !== target);
    default:
      return [...items];
  }
}

/** The categories as they would be with some changes. */
export function treeWith(
  categories: WholeStructure['categories'],
  changes: readonly Change[],
): TreeItem[] {
  const now = categories.map(({ name, title, catalogue, parent, order }): TreeItem => ({
    name,
    title,
    catalogue,
    parent,
    order,
    isChanged: false,
  }));
  return changes.reduce<TreeItem[]>(changed, now);
}

/** A catalogue as the page shows it. */
type CatalogueItem = Pick<WholeStructure['catalogues'][number], 'name' | 'title' | 'owner'>;

/** The catalogues as they would be with some changes. */
export function cataloguesWith(
  catalogues: WholeStructure['catalogues'],
  changes: readonly Change[],
): CatalogueItem[] {
  const made = changes.flatMap(({ kind, target, body }): CatalogueItem[] =>
    kind === 'catalogue-create' ? [{ name: target, title: body.title, owner: body.owner }] : [],
  );
  return [...catalogues, ...made];
}

/** A view as the page shows it. */
export interface ViewItem extends View {
  /** whether the draft makes or changes it */
  isChanged: boolean;
}

type View = WholeStructure['views'][number];

/** What lets everything through. */
export const NO_FILTER: View['filter'] = {
  catalogues: [],
  categories: [],
  interactions: [],
  tags: [],
  owners: [],
  providers: [],
  entities: [],
};

/** The views as they would be with some changes. */
export function viewsWith(views: WholeStructure['views'], changes: readonly Change[]): ViewItem[] {
  const now = views.map((view): ViewItem => ({ ...view, isChanged: false }));
  return changes.reduce<ViewItem[]>(withView, now);
}

function withView(views: ViewItem[], { kind, target, body }: Change): ViewItem[] {
  if (kind === 'view-retire') return views.filter(({ name }) => name !== target);
  if (kind !== 'view-create' && kind !== 'view-change') return views;
  const before = views.find(({ name }) => name === target);
  const { title, sort, filter, see } = body;
  const after: ViewItem = {
    ...before,
    name: target,
    title: title ?? before?.title ?? target,
    sort: sort ?? before?.sort ?? 'title',
    filter: { ...NO_FILTER, ...before?.filter, ...filter },
    see: { allow: [], deny: [], ...before?.see, ...see },
    description: before?.description ?? '',
    isChanged: true,
  };
  return before ? views.map(view => (view === before ? after : view)) : [...views, after];
}

/** The categories in the order of the tree, each before those below it. */
export function inTreeOrder(items: readonly TreeItem[]): PlacedItem[] {
  const below = (parent: string | undefined, depth: number): PlacedItem[] =>
    items
      .filter(item => item.parent === parent)
      .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title))
      .flatMap(item => [{ ...item, depth }, ...below(item.name, depth + 1)]);
  return below(undefined, 0);
}

/** Whether one category is another, or below it. */
export function isWithin(items: readonly TreeItem[], name: string, above: string): boolean {
  const parents = new Map(items.map(item => [item.name, item.parent]));
  const seen = new Set<string>();
  let at: string | undefined = name;
  while (at !== undefined && !seen.has(at)) {
    if (at === above) return true;
    seen.add(at);
    at = parents.get(at);
  }
  return false;
}

/** Why a category cannot move, as the key of a message. */
export type MoveRefusal =
  'structure.isThere' | 'structure.belowItself' | 'structure.otherCatalogue';

/** Why a category cannot move below another; undefined when it can. */
export function refuseMove(
  items: readonly TreeItem[],
  name: string,
  parent: string | undefined,
): MoveRefusal | undefined {
  const item = items.find(each => each.name === name);
  if (!item || item.parent === parent) return 'structure.isThere';
  if (parent === undefined) return undefined;
  if (isWithin(items, parent, name)) return 'structure.belowItself';
  const there = items.find(each => each.name === parent);
  return there?.catalogue === item.catalogue ? undefined : 'structure.otherCatalogue';
}

/** A name for a category or view, from its title: lower case, digits, hyphens. */
export function nameFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}
