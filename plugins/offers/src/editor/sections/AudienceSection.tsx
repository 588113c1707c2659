import { Flex, Text } from '@backstage/ui';
import { Panel } from '../../parts/Panel';
import { PrincipalList } from '../fields/PrincipalList';

const lists = [
  {
    id: 'see' as const,
    title: 'Who may see it',
    allow: 'May see',
    deny: 'May not see',
    note: 'Nobody else finds a trace of the offer.',
  },
  {
    id: 'order' as const,
    title: 'Who may order it',
    allow: 'May order',
    deny: 'May not order',
    note: 'Of those who may see it.',
  },
];

/** Who may see the offer, and who of them may order it; being denied wins over being allowed. */
export const AudienceSection = () => (
  <Panel
    title="Audience"
    note="Users, groups or everyone. Who is denied is out, whatever else allows them."
  >
    <Flex direction="column" gap="5">
      {lists.map(({ id, title, allow, deny, note }) => (
        <div key={id} data-field={`content.access.${id}`}>
          <Text as="h4" variant="body-medium" weight="bold">
            {title}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {note}
          </Text>
          <Flex direction="column" gap="3" mt="2">
            <PrincipalList name={`content.access.${id}.allow`} label={allow} />
            <PrincipalList name={`content.access.${id}.deny`} label={deny} />
          </Flex>
        </div>
      ))}
    </Flex>
  </Panel>
);
