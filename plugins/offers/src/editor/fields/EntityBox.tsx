import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useEntityOptions } from '../../data/useEntityOptions';

interface EntityBoxProps {
  label: string;
  description?: string;
  /** kinds that are suggested */
  kinds: readonly string[];
  /** what can be chosen besides entities */
  extra?: readonly { id: string; label: string; description?: string }[];
  /** the text of the box: a reference, chosen or typed */
  value: string;
  onChange: (ref: string) => void;
  /** a suggestion was chosen, not typed; without it that is a change like any other */
  onChoose?: (ref: string) => void;
  onBlur?: () => void;
  error?: string | undefined;
  /** what is said beside the label, such as that it is required */
  mark?: string | undefined;
}

/**
 * A reference to an entity: suggested from the software catalogue by its name, or typed. What is not
 * registered yet may be named all the same (rule 14).
 */
export const EntityBox = (props: EntityBoxProps) => {
  const { value, onChange, error, extra = [] } = props;
  const [typed, setTyped] = useState<string>();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWanted, setWanted] = useState(false);
  const [left, setLeft] = useState(0);
  const term = chosen === null ? (typed ?? '') : '';
  const suggested = useEntityOptions(props.kinds, term, isWanted);
  const wanted = term.trim().toLowerCase();
  useEffect(() => {
    if (chosen === null || typed !== value) return;
    setTyped(undefined);
    // The text is another than the title of the choice, which the library would take it back to.
    setChosen(null);
  }, [chosen, typed, value]);
  const options = [
    ...extra.filter(({ id, label }) => `${id} ${label}`.toLowerCase().includes(wanted)),
    ...suggested,
  ];
  return (
    <Combobox
      // A new box when a text was typed and left: where that is taken into a list, the emptied box would else open its
      // suggestions behind the reader, who is elsewhere, and hide the rest of the page from a screen reader.
      key={left}
      label={props.label}
      {...(props.description ? { description: props.description } : {})}
      {...(props.mark ? { secondaryLabel: props.mark } : {})}
      allowsCustomValue
      menuTrigger="focus"
      selectedKey={chosen}
      // People know an entity by its title; what the box holds is its reference.
      options={options.map(({ id, label }) => ({
        id,
        label,
        ...(label === id ? {} : { description: id }),
      }))}
      search={{
        mode: 'client',
        inputValue: typed ?? value,
        onInputChange: text => {
          setChosen(null);
          setTyped(text);
          onChange(text);
        },
        filter: () => true,
      }}
      onSelectionChange={key => {
        if (key === null) return;
        // The list closes when the choice changes; what is typed next takes the choice back.
        setChosen(String(key));
        // Its text becomes another together with the choice, whenever the form follows: a text that changes afterwards would
        // open the list again.
        setTyped(props.onChoose ? '' : String(key));
        (props.onChoose ?? onChange)(String(key));
      }}
      onFocus={() => setWanted(true)}
      onBlur={() => {
        if (typed !== undefined) setLeft(left + 1);
        setTyped(undefined);
        props.onBlur?.();
      }}
      validationBehavior="aria"
      validate={() => error ?? null}
    />
  );
};
