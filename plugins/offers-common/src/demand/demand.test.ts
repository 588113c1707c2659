import { demandSourcesOf } from './demand';

test.each([
  ['a consumer', [], ['consumer']],
  ['a product manager', ['productManager'], ['product-manager', 'improvement-driver', 'consumer']],
  ['a catalog manager', ['catalogManager'], ['product-manager', 'improvement-driver', 'consumer']],
  ['other staff', ['supportSpecialist'], ['improvement-driver', 'consumer']],
] as const)('%s raises demand as what their roles say', (_who, roles, sources) => {
  expect(demandSourcesOf(roles)).toEqual(sources);
});
