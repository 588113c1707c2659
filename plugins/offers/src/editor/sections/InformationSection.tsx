import { Flex } from '@backstage/ui';
import { useCall } from '../../data/useCall';
import { Panel } from '../../parts/Panel';
import { ChoiceInput } from '../fields/ChoiceInput';
import { DescriptionInput } from '../fields/DescriptionInput';
import { EntityInput } from '../fields/EntityInput';
import { TextInput } from '../fields/TextInput';
import { useT } from '../../words/useWords';

/** What the offer is called and says of itself, and who owns it. */
export const InformationSection = ({ catalogue }: { catalogue: string }) => {
  const t = useT();
  const categories = useCall('categories', {}).data?.items ?? [];
  const own = categories.filter(each => each.catalogue === catalogue);
  return (
    <Panel title={t('draft.info.title')} note={t('draft.info.note')}>
      <Flex direction="column" gap="4">
        <TextInput name="content.information.title" label={t('draft.info.name')} isRequired />
        <TextInput
          name="content.information.summary"
          label={t('draft.info.summary')}
          description={t('draft.info.summaryHint')}
        />
        <DescriptionInput />
        <ChoiceInput
          name="content.information.category"
          label={t('draft.info.category')}
          none={t('draft.info.noCategory')}
          options={own.map(({ id, title }) => ({ id, label: title }))}
        />
        <EntityInput
          name="owner"
          label={t('draft.info.owner')}
          description={t('draft.info.ownerHint')}
          kinds={['group']}
        />
        <TextInput
          name="content.information.tags"
          label={t('draft.info.tags')}
          description={t('draft.info.tagsHint')}
        />
        <TextInput
          name="content.information.logo"
          label={t('draft.info.logo')}
          description={t('draft.info.logoHint')}
          placeholder="https://"
        />
      </Flex>
    </Panel>
  );
};
