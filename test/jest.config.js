// The journeys start whole portals, each on ports and in a directory of its own: they run in Node, with time to spare.
module.exports = {
  displayName: 'journeys',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/journeys/**/*.test.ts'],
  testTimeout: 300_000,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform: {
    '\\.(ts|tsx)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
};
