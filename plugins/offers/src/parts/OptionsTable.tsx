import { Flex, Text } from '@backstage/ui';
import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { askedOptions, valueWords, type OptionRow } from '../words/options';
import { DataTable } from './DataTable';

const Named = ({ option }: { option: OptionRow }) => (
  <>
    <Text weight="bold">{option.title}</Text>
    {option.title !== option.name && (
      <Text as="p" variant="body-small" color="secondary">
        {option.name}
      </Text>
    )}
    {option.description && (
      <Text as="p" variant="body-small" color="secondary">
        {option.description}
      </Text>
    )}
  </>
);

/** What a consumer chooses, and what the offer has chosen for them. */
export const OptionsTable = ({ options }: { options: Options }) => {
  const asked = askedOptions(options);
  const fixed = Object.entries(options.fixed);
  return (
    <Flex direction="column" gap="4">
      {asked.length === 0 ? (
        <Text as="p" color="secondary">
          You are asked nothing: everything is set.
        </Text>
      ) : (
        <DataTable
          caption="What you choose"
          rows={asked}
          keyOf={({ name }) => name}
          columns={[
            { label: 'You choose', cell: option => <Named option={option} /> },
            { label: 'Value', cell: ({ type }) => type },
            { label: 'Unless you say', cell: ({ standard }) => standard ?? '–' },
            { label: 'Needed', cell: ({ required }) => (required ? 'Yes' : 'No') },
          ]}
        />
      )}
      {fixed.length > 0 && (
        <DataTable
          caption="What is set for you"
          rows={fixed}
          keyOf={([name]) => name}
          columns={[
            { label: 'Set for you', cell: ([name]) => name },
            { label: 'Value', cell: ([, value]) => valueWords(value) },
          ]}
        />
      )}
    </Flex>
  );
};
