import { machineRef } from './refs';

test.each([
  ['external:pipeline', 'machine:external/pipeline'],
  // a static token has its subject as it is configured
  ['pipeline', 'machine:external/pipeline'],
  ['plugin:scaffolder', 'machine:plugin/scaffolder'],
  // a token of another issuer, with the prefix that is configured for it
  ['external:ci:deploy', 'machine:external/ci.deploy'],
])('[rule 1] the subject %s is the machine %s', (subject, ref) => {
  expect(machineRef(subject)).toBe(ref);
});

test.each(['', ':', 'external:', 'repo:team/app', 'with space', 'user:default/ada'])(
  '[rule 1] no audience could name %j',
  subject => {
    expect(machineRef(subject)).toBeUndefined();
  },
);
