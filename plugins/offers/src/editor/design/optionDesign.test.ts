import { optionProblems, optionsSchema } from '@offerdesk/backstage-plugin-offers-common';
import {
  designedOptions,
  newOption,
  noOptions,
  readOptions,
  typedValues,
  withDesigned,
} from './optionDesign';

const sized = {
  ...newOption('size'),
  title: 'Size',
  type: 'choice' as const,
  values: ['small', 'large'],
  isRequired: true,
};
const replicas = {
  ...newOption('replicas'),
  type: 'whole' as const,
  minimum: 1,
  maximum: 5,
  isRequired: true,
  when: { option: 'size', equals: 'large' },
};

describe('the designer of options', () => {
  it('writes a schema that the rules accept, and reads it back as it was', () => {
    const options = withDesigned(noOptions, [sized, replicas]);
    expect(optionProblems(options)).toEqual([]);
    expect(designedOptions(options)).toEqual([sized, replicas]);
    expect(options.schema).toMatchObject({
      required: ['size'],
      properties: { size: { enum: ['small', 'large'], title: 'Size' } },
      allOf: [{ if: { properties: { size: { const: 'large' } } } }],
    });
  });

  it('loses nothing of a schema that it does not show', () => {
    const schema = {
      type: 'object',
      additionalProperties: false,
      properties: { name: { type: 'string', pattern: '^[a-z]+$' } },
      allOf: [{ not: { required: ['nothing'] } }],
    };
    const options = optionsSchema.parse({ schema });
    expect(withDesigned(options, designedOptions(options)).schema).toEqual(schema);
  });

  it('shows what is being written, and nothing where there is nothing to read', () => {
    const halfWritten = { ...noOptions, toggles: [{ key: '', title: '' }] };
    expect(readOptions(JSON.stringify(halfWritten)).toggles).toHaveLength(1);
    expect(readOptions('')).toEqual(noOptions);
  });

  it('takes the values of a choice line by line, as numbers where all of them are', () => {
    expect(typedValues('small, or so\nlarge\n\nsmall, or so ')).toEqual(['small, or so', 'large']);
    expect(typedValues('1\n3\n5')).toEqual([1, 3, 5]);
  });
});
