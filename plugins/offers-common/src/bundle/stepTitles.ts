import type { BundleStep } from '../content/bundle';

/**
 * What the steps of a bundle are called, by their keys: each as its offer, and by its key where the title is not known.
 * Steps of one title are numbered in their order, so that no two have the same name.
 * @param titleOf - what an offer is called; undefined where that is not known
 * @public
 */
export function stepTitles(
  steps: readonly Pick<BundleStep, 'key' | 'offerId'>[],
  titleOf: (offerId: string) => string | undefined,
): Map<string, string> {
  const titled = steps.map(({ key, offerId }) => ({ key, title: titleOf(offerId) ?? key }));
  return new Map(
    titled.map(step => {
      const { key, title } = step;
      const alike = titled.filter(other => other.title === title);
      return [key, alike.length > 1 ? `${title} (${alike.indexOf(step) + 1})` : title];
    }),
  );
}
