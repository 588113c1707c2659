// What the house asks beyond Backstage's own lint rules; every package's .eslintrc.js hands it to the factory.
module.exports = {
  tsRules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-non-null-assertion': 'error',
    'max-lines': ['error', { max: 350 }],
  },
};
