import { Button, Flex, Text } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Loading } from '../../parts/Loading';
import type { DraftForm } from '../draftForm';
import { TextInput } from './TextInput';

const Markdown = lazy(() => import('../../parts/Markdown'));

const Preview = () => {
  const { control } = useFormContext<DraftForm>();
  const content = useWatch({ control, name: 'content.information.description' });
  if (!content.trim()) return <Text color="secondary">There is nothing to show yet.</Text>;
  return (
    <Suspense fallback={<Loading what="the preview" rows={2} height={20} />}>
      <Markdown content={content} />
    </Suspense>
  );
};

/** The description in Markdown, and how it will look while it is written. */
export const DescriptionInput = () => {
  const [isShown, setShown] = useState(false);
  return (
    <Flex direction="column" gap="2">
      <TextInput
        name="content.information.description"
        label="Description"
        description="Markdown."
        rows={8}
      />
      <div>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isShown}
          onPress={() => setShown(!isShown)}
        >
          {isShown ? 'Hide the preview' : 'Preview the description'}
        </Button>
      </div>
      {isShown && (
        <section aria-label="Preview of the description">
          <Preview />
        </section>
      )}
    </Flex>
  );
};
