const { default: Sequencer } = require('@jest/test-sequencer');
const { sep } = require('node:path');

/** The proofs are short to write and long to run. */
const isLong = ({ path }) => path.includes(`${sep}proof${sep}`);

/**
 * The order of the test files on a machine that has never run them: jest then takes the largest first, and one that is
 * small and long comes last, while the other workers have nothing left to do.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter(test => !isLong(test))];
  }
};
