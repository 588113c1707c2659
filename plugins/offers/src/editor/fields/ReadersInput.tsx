import { Checkbox, CheckboxGroup } from '@backstage/ui';
import { READERS } from '@offerdesk/backstage-plugin-offers-common';
import { useField } from './useField';
import { useT } from '../../words/useWords';

interface ReadersInputProps {
  name: `content.knowledge.${'runbooks' | 'documents' | 'training'}.${number}.for`;
  /** what it is for, for those who do not see where it stands */
  item: string;
}

/** Whom a document is for; nobody chosen means everybody. */
export const ReadersInput = ({ name, item }: ReadersInputProps) => {
  const t = useT();
  const { value, onChange } = useField(name);
  return (
    <div data-field={name}>
      <CheckboxGroup
        label={t('draft.know.for', { item })}
        description={t('draft.know.forHint')}
        value={[...value]}
        onChange={onChange}
      >
        {READERS.map(reader => (
          <Checkbox key={reader} value={reader}>
            {t(`draft.know.${reader}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </div>
  );
};
