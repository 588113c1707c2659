import { Button, Flex, Text } from '@backstage/ui';
import { useAct } from '../data/useCall';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';
import { useT } from '../words/useWords';

/** Shows a code that the person types in Slack. */
export const ToSlack = () => {
  const t = useT();
  const make = useAct('createLinkCode');
  return (
    <Panel title={t('slack.toTitle')}>
      <Flex direction="column" gap="4" align="start">
        <Text>{t('slack.toHow')}</Text>
        {make.error && <Problem error={make.error} />}
        {/* The code is told to those who do not see it, too. */}
        <div role="status">
          {make.data && (
            <Text>
              {t('slack.toType', {
                command: <code>/offer link {make.data.code}</code>,
                when: <When at={make.data.expiresAt} />,
              })}
            </Text>
          )}
        </div>
        <Button variant="primary" onPress={() => make.mutate({})} isPending={make.isPending}>
          {t(make.data ? 'slack.anotherCode' : 'slack.getCode')}
        </Button>
      </Flex>
    </Panel>
  );
};
