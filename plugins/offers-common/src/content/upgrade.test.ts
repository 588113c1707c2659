import { aContent } from '../testing/content';
import { contentSchema } from './content';
import { materialHash } from './contentHash';
import { upgradeContent } from './upgrade';

/** What the first release stored: none of the fields that came later. */
function asStoredAtFirst(): Parameters<typeof upgradeContent>[0] {
  const { bundle: _bundle, succession: _succession, ...content } = aContent();
  const { rings: _rings, ...access } = content.access;
  const { releases: _releases, ...product } = content.product;
  const { toggles: _toggles, effects: _effects, ...options } = content.options;
  const { entities: _entities, ...monitoring } = content.monitoring;
  const bare = { ...content, access, product, options, monitoring };
  return JSON.parse(JSON.stringify(bare));
}

// The hash that the first release computed for this very content.
const FIRST_RELEASE_HASH = 'b2aff6bae5b6239fd3b117326f86860919fd52f8692bc10c43050f4aa8918257';

test('a content of the first release reads as one of this release', () => {
  const upgraded = upgradeContent(asStoredAtFirst());
  expect(contentSchema.parse(upgraded)).toEqual(upgraded);
  expect(upgraded).toEqual(aContent());
});

test('a content of this release stays as it is', () => {
  const content = aContent({
    access: {
      see: { allow: ['everyone'] },
      rings: [{ name: 'First', groups: ['group:default/engineers'] }],
    },
    succession: { replaces: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'] },
  });
  expect(upgradeContent(content)).toEqual(content);
});

test('[rule 3] what was approved before an upgrade is approved after it', () => {
  expect(materialHash(upgradeContent(asStoredAtFirst()))).toBe(FIRST_RELEASE_HASH);
});
