import { Button, Flex, Text, TextField } from '@backstage/ui';
import { optionProblems, type Options } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import styles from './Design.module.css';
import { bundleText, readBundle } from './bundleDesign';
import { EffectRows } from './EffectRows';
import { FixedRows } from './FixedRows';
import { MovableList } from './MovableList';
import { OptionCard } from './OptionCard';
import {
  designedOptions,
  newOption,
  readOptions,
  withDesigned,
  type DesignedOption,
} from './optionDesign';
import { OptionPreview } from './OptionPreview';
import { ToggleRows } from './ToggleRows';
import { isOptionName, withRenamed, withSource } from './renaming';
import { useJsonPart } from './useJsonPart';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

const AddOption = ({
  known,
  onAdd,
}: {
  known: readonly DesignedOption[];
  onAdd: (name: string) => void;
}) => {
  const t = useT();
  const [name, setName] = useState('');
  const isKnown = known.some(option => option.name === name.trim());
  const isName = isOptionName(name.trim());
  const add = () => {
    if (!isName || isKnown) return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <div className={styles.add}>
      <TextField
        label={t('options.new')}
        description={t('options.newHint')}
        value={name}
        onChange={setName}
        onKeyDown={event => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
        validationBehavior="aria"
        validate={() => (isKnown ? t('options.known') : null)}
      />
      <Button variant="secondary" onPress={add} isDisabled={!isName || isKnown}>
        {t('options.add')}
      </Button>
    </div>
  );
};

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Keys of the cards: an option that is called anew stays the card that it is, open and with the focus in it. */
function useCardKeys() {
  const [first, setFirst] = useState<ReadonlyMap<string, string>>(new Map());
  const keyOf = (name: string) =>
    first.get(name) ?? ([...first.values()].includes(name) ? `another ${name}` : name);
  const follow = (from: string, to: string) =>
    setFirst(new Map([...first, [to, keyOf(from)] as const].filter(([name]) => name !== from)));
  return { keyOf, follow };
}

interface AskedProps {
  options: Options;
  onChange: (options: Options) => void;
  onRename: (from: string, to: string) => void;
}

const Asked = ({ options, onChange, onRename }: AskedProps) => {
  const t = useT();
  const { keyOf, follow } = useCardKeys();
  const toggles = options.toggles.map(({ key }) => key);
  const designed = designedOptions(options);
  const put = (next: readonly DesignedOption[]) => onChange(withDesigned(options, next));
  return (
    <Flex direction="column" gap="3">
      <Text as="h4" variant="body-medium" weight="bold">
        {t('options.chooses')}
      </Text>
      {designed.length === 0 && <Text color="secondary">{t('options.nothing')}</Text>}
      <MovableList
        label={t('options.list')}
        keys={designed.map(({ name }) => name)}
        // Those of a condition stand in the schema after all others.
        groupOf={name => String(designed.some(each => each.name === name && each.when))}
        onMove={(name, place) =>
          put(
            moved(
              designed,
              designed.findIndex(each => each.name === name),
              place,
            ),
          )
        }
      >
        {designed.map((option, index) => (
          <OptionCard
            key={keyOf(option.name)}
            option={option}
            others={designed.filter(({ name, when }) => name !== option.name && !when)}
            taken={[...designed.map(({ name }) => name), ...toggles].filter(
              name => name !== option.name,
            )}
            onRename={to => {
              follow(option.name, to);
              onRename(option.name, to);
            }}
            onChange={changed =>
              put(designed.map((each, place) => (place === index ? changed : each)))
            }
            onRemove={() => put(designed.filter((_, place) => place !== index))}
          />
        ))}
      </MovableList>
      <AddOption known={designed} onAdd={name => put([...designed, newOption(name)])} />
    </Flex>
  );
};

/** What the consumer chooses, what is set for them, what can be switched, and what it all does to the price. */
export const OptionDesigner = () => {
  const t = useT();
  const { text, onChange, faults } = useJsonPart('content.options');
  const options = readOptions(text);
  const bundle = useJsonPart('content.bundle');
  const put = (next: Options) => onChange(JSON.stringify(next));
  const rename = (from: string, to: string) => {
    put(withRenamed(options, from, to));
    const held = readBundle(bundle.text);
    if (held) bundle.onChange(bundleText(withSource(held, from, to)));
  };
  const problems = [
    ...new Set([...faults, ...optionProblems(options).map(problem => toldIn(t, problem))]),
  ];
  return (
    <Flex direction="column" gap="6">
      <Asked options={options} onChange={put} onRename={rename} />
      <FixedRows options={options} onChange={put} />
      <ToggleRows options={options} onChange={put} />
      <EffectRows options={options} onChange={put} />
      {problems.length > 0 && (
        <ul className={styles.faults} aria-label={t('options.faults')}>
          {problems.map(problem => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <OptionPreview />
    </Flex>
  );
};
