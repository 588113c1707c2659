const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// A workspace without a Backstage role: its tests run in Node.
const config = createConfigForRole(
  __dirname,
  'node-library',
  require('../scripts/eslint-rules.cjs'),
);

// In a journey, waiting until a person sees something is the assertion.
config.rules['jest/expect-expect'] = ['error', { assertFunctionNames: ['expect', 'step'] }];
config.rules['jest/no-standalone-expect'] = ['error', { additionalTestBlockFunctions: ['step'] }];
// The steps of one journey stand in several files, which share one start of everything.
config.overrides = [
  ...(config.overrides ?? []),
  { files: ['journeys/slack/*.ts'], rules: { 'jest/no-export': 'off' } },
];
module.exports = config;
