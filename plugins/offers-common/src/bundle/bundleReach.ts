/** How far bundles reach into bundles, so that what is computed of them ends in bounded time. @public */
export const bundleReach = { levels: 6, steps: 300 } as const;
