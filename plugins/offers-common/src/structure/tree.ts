import { Category, Structure } from './structure';

/** How many categories stand above one another at most. @public */
export const DEEPEST_CATEGORY = 6;

/**
 * The category in which the offers of a category are found: itself, or where it went when it was retired; undefined
 * where there is none.
 * @public
 */
export function categoryOf(
  { categories, successors }: Pick<Structure, 'categories' | 'successors'>,
  name: string,
): Category | undefined {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined; next = successors.get(next)) {
    const category = categories.get(next);
    if (category || seen.has(next)) return category;
    seen.add(next);
  }
  return undefined;
}

/** A category with those above it, itself first. Ends where the tree would not, too. @public */
export function pathOf({ categories }: Pick<Structure, 'categories'>, name: string): Category[] {
  const path: Category[] = [];
  const seen = new Set<string>();
  let next = categories.get(name);
  while (next && !seen.has(next.name)) {
    path.push(next);
    seen.add(next.name);
    next = next.parent === undefined ? undefined : categories.get(next.parent);
  }
  return path;
}

/**
 * The categories that versions name and whose offers are found in some categories: these, those below them, and those
 * that were retired into one of them. A name that nobody knows finds what names it, and nothing else.
 * @public
 */
export function categoriesFoundIn(structure: Structure, names: readonly string[]): string[] {
  const tops = new Set(names.map(name => categoryOf(structure, name)?.name ?? name));
  const isBelow = (name: string) => pathOf(structure, name).some(each => tops.has(each.name));
  const living = [...structure.categories.keys()].filter(isBelow);
  const retired = [...structure.successors.keys()].filter(name => {
    const found = categoryOf(structure, name);
    return found !== undefined && found.name !== name && isBelow(found.name);
  });
  return [...new Set([...tops, ...living, ...retired])];
}

/** A category in the tree, with how deep it stands: 0 at the top. @public */
export interface TreeCategory {
  category: Category;
  depth: number;
}

/** The tree in the order in which it is read: each category before those below it. @public */
export function treeOf(
  { categories }: Pick<Structure, 'categories'>,
  catalogue?: string,
): TreeCategory[] {
  const below = new Map<string | undefined, Category[]>();
  for (const category of categories.values()) {
    if (catalogue !== undefined && category.catalogue !== catalogue) continue;
    const siblings = below.get(category.parent) ?? [];
    siblings.push(category);
    below.set(category.parent, siblings);
  }
  const tree: TreeCategory[] = [];
  const walk = (parent: string | undefined, depth: number) => {
    for (const category of [...(below.get(parent) ?? [])].sort(inOrder)) {
      tree.push({ category, depth });
      walk(category.name, depth + 1);
    }
  };
  walk(undefined, 0);
  return tree;
}

function inOrder(a: Category, b: Category): number {
  return a.order - b.order || a.title.localeCompare(b.title, 'en') || (a.name < b.name ? -1 : 1);
}

/**
 * How many offers are found in each category, of how many name each: with those below it, and those that went there.
 * @param counts - how many offers name a category
 * @public
 */
export function countsInTree(
  structure: Structure,
  counts: ReadonlyMap<string, number>,
): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, count: number) => sums.set(name, (sums.get(name) ?? 0) + count);
  for (const [name, count] of counts) {
    const category = categoryOf(structure, name);
    if (!category) add(name, count);
    else pathOf(structure, category.name).forEach(above => add(above.name, count));
  }
  return sums;
}
