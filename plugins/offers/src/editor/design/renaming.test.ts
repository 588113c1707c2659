import { optionsSchema } from '@offerdesk/backstage-plugin-offers-common';
import { noBundle, withMember, withStep } from './bundleDesign';
import { withRenamed, withSource, withToggleKey } from './renaming';

const options = optionsSchema.parse({
  schema: {
    type: 'object',
    required: ['size', 'region'],
    properties: { size: { title: 'size', enum: ['size', 'large'] }, region: { type: 'string' } },
    dependentRequired: { size: ['region'], region: ['size'] },
    allOf: [
      {
        if: { properties: { size: { const: 'large' } }, required: ['size'] },
        then: { properties: { nodes: { type: 'integer' } } },
      },
      { not: { anyOf: [{ required: ['size'] }] } },
    ],
  },
  fixed: { size: 'large', zone: 'size' },
  toggles: [{ key: 'backup', title: 'Backups', owner: 'group:default/dba' }],
  effects: [
    { option: 'size', effect: { kind: 'percent', percent: '10' } },
    { option: 'backup', effect: { kind: 'percent', percent: '5' } },
  ],
});

test('an option is called anew wherever it is named, and nowhere else', () => {
  const renamed = withRenamed(options, 'size', 'class');
  expect(renamed.schema).toEqual({
    type: 'object',
    required: ['class', 'region'],
    properties: { class: { title: 'size', enum: ['size', 'large'] }, region: { type: 'string' } },
    dependentRequired: { class: ['region'], region: ['class'] },
    allOf: [
      {
        if: { properties: { class: { const: 'large' } }, required: ['class'] },
        then: { properties: { nodes: { type: 'integer' } } },
      },
      { not: { anyOf: [{ required: ['class'] }] } },
    ],
  });
  expect(renamed.fixed).toEqual({ class: 'large', zone: 'size' });
  expect(renamed.effects.map(({ option }) => option)).toEqual(['class', 'backup']);
  expect(withRenamed(renamed, 'class', 'size')).toEqual(options);
});

test('a toggle takes its price effects along', () => {
  const renamed = withToggleKey(options, 'backup', 'safety');
  expect(renamed.toggles.map(({ key }) => key)).toEqual(['safety']);
  expect(renamed.effects.map(({ option }) => option)).toEqual(['size', 'safety']);
});

test('the members of a bundle take from an option by its new name', () => {
  const offer = { id: '0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3', name: 'db' };
  const bundle = withStep(withMember(noBundle, offer), 'db', {
    options: { class: { from: 'size' }, zone: { value: 'size' }, region: { from: 'region' } },
  });
  expect(withSource(bundle, 'size', 'class').steps[0]?.options).toEqual({
    class: { from: 'class' },
    zone: { value: 'size' },
    region: { from: 'region' },
  });
});
