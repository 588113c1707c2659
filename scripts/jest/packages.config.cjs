/** The tests of all packages as the Backstage CLI configures them, in less time. */
module.exports = require('@backstage/cli/config/jest').then(config => ({
  ...config,
  testSequencer: require.resolve('./LongestFirst.cjs'),
  projects: config.projects.map(project => ({
    ...project,
    runtime: require.resolve('./CompiledOnce.cjs'),
  })),
}));
