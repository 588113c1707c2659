import { Flex, Text } from '@backstage/ui';
import { Panel } from '../../parts/Panel';
import { PrincipalList } from '../fields/PrincipalList';
import { useT } from '../../words/useWords';

const lists = ['see', 'order'] as const;

/** Who may see the offer, and who of them may order it; being denied wins over being allowed. */
export const AudienceSection = () => {
  const t = useT();
  return (
    <Panel title={t('draft.audience.title')} note={t('draft.audience.note')}>
      <Flex direction="column" gap="5">
        {lists.map(id => (
          <div key={id} data-field={`content.access.${id}`}>
            <Text as="h4" variant="body-medium" weight="bold">
              {t(`draft.audience.${id}`)}
            </Text>
            <Text as="p" variant="body-small" color="secondary">
              {t(`draft.audience.${id}Note`)}
            </Text>
            <Flex direction="column" gap="3" mt="2">
              <PrincipalList
                name={`content.access.${id}.allow`}
                label={t(`draft.audience.${id}Allow`)}
              />
              <PrincipalList
                name={`content.access.${id}.deny`}
                label={t(`draft.audience.${id}Deny`)}
              />
            </Flex>
          </div>
        ))}
      </Flex>
    </Panel>
  );
};
