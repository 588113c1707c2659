import { Text } from '@backstage/ui';
import { fieldsOf } from '../data/problems';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import { PlainList } from './PlainList';

/** What a refusal says can be done about it, where the fields that it names are not on the screen. */
export const Remedies = ({ error }: { error: Error | null }) => {
  const t = useT();
  const fields = fieldsOf(error);
  if (fields.length === 0) return null;
  return (
    <PlainList>
      {fields.map(({ field, remedy }) => (
        <li key={field}>
          <Text color="danger">{toldIn(t, remedy)}</Text>
        </li>
      ))}
    </PlainList>
  );
};
