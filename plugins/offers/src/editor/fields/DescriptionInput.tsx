import { Button, Flex, Text } from '@backstage/ui';
import { Suspense, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Loading } from '../../parts/Loading';
import { Markdown } from '../../parts/markdownSoon';
import type { DraftForm } from '../draftForm';
import { TextInput } from './TextInput';
import { useT } from '../../words/useWords';

const Preview = () => {
  const t = useT();
  const { control } = useFormContext<DraftForm>();
  const content = useWatch({ control, name: 'content.information.description' });
  if (!content.trim()) return <Text color="secondary">{t('draft.info.previewNone')}</Text>;
  return (
    <Suspense fallback={<Loading what={t('draft.info.previewLoading')} rows={2} height={20} />}>
      <Markdown content={content} />
    </Suspense>
  );
};

/** The description in Markdown, and how it will look while it is written. */
export const DescriptionInput = () => {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <Flex direction="column" gap="2">
      <TextInput
        name="content.information.description"
        label={t('draft.info.description')}
        description={t('draft.info.descriptionHint')}
        rows={8}
      />
      <div>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isShown}
          onPress={() => setShown(!isShown)}
        >
          {t(isShown ? 'draft.info.hidePreview' : 'draft.info.preview')}
        </Button>
      </div>
      {isShown && (
        <section aria-label={t('draft.info.previewLabel')}>
          <Preview />
        </section>
      )}
    </Flex>
  );
};
