import { Text } from '@backstage/ui';
import { fieldsOf } from '../data/problems';
import { useT } from '../words/useWords';
import { PlainList } from './PlainList';

/** What a refusal says can be done about it, where the fields that it names are not on the screen. */
export const Remedies = ({ error }: { error: Error | null }) => {
  const t = useT();
  const fields = fieldsOf(t, error);
  if (fields.length === 0) return null;
  return (
    <PlainList>
      {fields.map(({ field, remedy }) => (
        <li key={field}>
          <Text color="danger">{remedy}</Text>
        </li>
      ))}
    </PlainList>
  );
};
