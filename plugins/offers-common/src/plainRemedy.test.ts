import { z } from 'zod';
import { fieldProblems } from './problems';

const schema = z.strictObject({
  title: z.string(),
  kind: z.enum(['new', 'change']),
  count: z.int().min(1).max(3),
  names: z.array(z.string()).min(1).max(2),
  open: z.boolean(),
  dates: z.strictObject({ from: z.string().max(3) }),
  either: z.union([z.string(), z.number()]),
  own: z.string().min(2, 'Name the ring'),
  share: z.number().gt(0).lt(1),
  charge: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('one-off') }),
      z.strictObject({ kind: z.literal('usage') }),
    ])
    .optional(),
});

const remedies = (value: unknown) => {
  const { error } = schema.safeParse(value);
  return Object.fromEntries(
    fieldProblems(error ?? new z.ZodError([])).map(({ field, remedy }) => [field, remedy]),
  );
};

test('what is missing or of another kind is asked for in words, and not in types', () => {
  expect(remedies({ either: true, own: 'a', names: 'a', charge: { kind: 'free' } })).toEqual({
    title: 'Give a text',
    kind: 'Give one of new, change',
    count: 'Give a number',
    names: 'Give a list',
    open: 'Say true or false',
    dates: 'Give the fields that belong here',
    either: 'Give it in the form that the documentation of the API names',
    own: 'Name the ring',
    share: 'Give a number',
    'charge.kind': 'Give one of one-off, usage',
  });
});

test('what is too little or too much is told by how much there can be', () => {
  const whole = { title: '', kind: 'new', open: true, either: 1, own: 'ab' };
  expect(remedies({ ...whole, count: 9, names: [], dates: { from: 'long' }, share: 1 })).toEqual({
    count: 'Give 3 or less',
    names: 'Name at least 1',
    'dates.from': 'Give at most 3 characters',
    share: 'Give less than 1',
  });
  expect(
    remedies({ ...whole, count: 0, names: ['a', 'b', 'c'], dates: { from: '' }, share: 0 }),
  ).toEqual({ count: 'Give 1 or more', names: 'Name at most 2', share: 'Give more than 0' });
});

test('who sends no object at all is told of the whole', () => {
  expect(remedies([])).toEqual({ body: 'Give the fields that belong here' });
});
