const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

// A workspace without a Backstage role: its tests run in Node.
module.exports = createConfigForRole(
  __dirname,
  'node-library',
  require('../scripts/eslint-rules.cjs'),
);
