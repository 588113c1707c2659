import { CarryingVersion, carriesProduct } from './carriesProduct';

const product = 'component:default/checkout-api';
const at = '2026-12-10T09:00:00.000Z';

const aVersion = (changes: Partial<CarryingVersion> & { ref?: string } = {}): CarryingVersion => ({
  status: 'published',
  number: 1,
  validFrom: '2026-12-01T00:00:00.000Z',
  validUntil: undefined,
  content: {
    product: { entities: [{ ref: changes.ref ?? product, role: 'product' }], releases: [] },
  },
  ...changes,
});
const aDraft = (ref = product) =>
  aVersion({ status: 'draft', number: 2, validFrom: undefined, ref });
const other = 'component:default/other';

test.each<[string, CarryingVersion[], boolean]>([
  ['its draft links to it', [aDraft()], true],
  ['the serving version does', [aVersion()], true],
  ['one that is ahead does', [aVersion({ validFrom: '2027-01-01T00:00:00.000Z' })], true],
  ['the serving one does, and the draft no more', [aVersion(), aDraft(other)], true],
  ['only an earlier version did', [aVersion(), aVersion({ number: 2, ref: other })], false],
  ['the serving version ended', [aVersion({ validUntil: at })], false],
  ['nothing links to it', [aVersion({ ref: other }), aDraft(other)], false],
  ['it has no version', [], false],
])('an offer carries a product where %s: %#', (_where, versions, carries) => {
  expect(carriesProduct(versions, product, at)).toBe(carries);
});
