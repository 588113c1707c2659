import { Flex } from '@backstage/ui';
import { useCall } from '../../data/useCall';
import { Panel } from '../../parts/Panel';
import { ChoiceInput } from '../fields/ChoiceInput';
import { DescriptionInput } from '../fields/DescriptionInput';
import { EntityInput } from '../fields/EntityInput';
import { TextInput } from '../fields/TextInput';

/** What the offer is called and says of itself, and who owns it. */
export const InformationSection = () => {
  const categories = useCall('categories', {}).data?.items ?? [];
  return (
    <Panel
      title="Information"
      note="What a consumer reads first. Changing it voids no approval, except for the owner."
    >
      <Flex direction="column" gap="4">
        <TextInput name="content.information.title" label="Title" isRequired />
        <TextInput
          name="content.information.summary"
          label="Summary"
          description="One sentence: what a consumer gets."
        />
        <DescriptionInput />
        <ChoiceInput
          name="content.information.category"
          label="Category"
          none="No category yet"
          options={categories.map(({ id, title }) => ({ id, label: title }))}
        />
        <EntityInput
          name="owner"
          label="Owner"
          description="The group that answers for the offer, such as group:default/platform-team."
          kinds={['group']}
        />
        <TextInput
          name="content.information.tags"
          label="Tags"
          description="Words that people search for, with commas between them."
        />
        <TextInput
          name="content.information.logo"
          label="Logo"
          description="Address of a picture."
          placeholder="https://"
        />
      </Flex>
    </Panel>
  );
};
