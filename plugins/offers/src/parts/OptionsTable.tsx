import { Button, Flex, Text } from '@backstage/ui';
import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { askedOptions, valueWords, type OptionRow } from '../words/options';
import { DataTable } from './DataTable';
import styles from './OptionsTable.module.css';

/** Values that are read at a glance; a longer list opens when it is asked for. */
const VALUES_AT_ONCE = 6;

/** Options shown before the reader asks for the rest. */
const OPTIONS_AT_ONCE = 8;

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

const Values = ({ option: { type, values } }: { option: OptionRow }) => {
  if (values.length === 0) return <>{type}</>;
  if (values.length <= VALUES_AT_ONCE) return <>{values.join(', ')}</>;
  return (
    <details className={styles.values}>
      <summary>{`one of ${values.length} values`}</summary>
      {values.join(', ')}
    </details>
  );
};

const Asked = ({ options }: { options: readonly OptionRow[] }) => {
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, options.length - OPTIONS_AT_ONCE);
  return (
    <>
      <DataTable
        caption="What you choose"
        rows={options.slice(0, options.length - hidden)}
        keyOf={({ name }) => name}
        columns={[
          { label: 'You choose', width: '45%', cell: option => <Named option={option} /> },
          { label: 'Value', cell: option => <Values option={option} /> },
          { label: 'Unless you say', cell: ({ standard }) => standard ?? '–' },
          { label: 'Needed', cell: ({ required }) => (required ? 'Yes' : 'No') },
        ]}
      />
      {hidden > 0 && (
        <div>
          <Button variant="secondary" size="small" onPress={() => setWhole(true)}>
            {`Show all ${options.length} options`}
          </Button>
        </div>
      )}
    </>
  );
};

/** What a consumer chooses, needed things first, and what the offer has chosen for them. */
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
        <Asked options={asked} />
      )}
      {fixed.length > 0 && (
        <DataTable
          caption="What is set for you"
          rows={fixed}
          keyOf={([name]) => name}
          columns={[
            { label: 'Set for you', width: '45%', cell: ([name]) => name },
            { label: 'Value', cell: ([, value]) => valueWords(value) },
          ]}
        />
      )}
    </Flex>
  );
};
