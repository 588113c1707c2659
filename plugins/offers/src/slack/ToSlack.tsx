import { Button, Flex, Text } from '@backstage/ui';
import { useAct } from '../data/useCall';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { When } from '../parts/When';

/** Shows a code that the person types in Slack. */
export const ToSlack = () => {
  const make = useAct('createLinkCode');
  return (
    <Panel title="Link my Slack">
      <Flex direction="column" gap="4" align="start">
        <Text>Get a code here, and type it in Slack with the account that you want to link.</Text>
        {make.error && <Problem error={make.error} />}
        {/* The code is told to those who do not see it, too. */}
        <div role="status">
          {make.data && (
            <Text>
              Type <code>/offer link {make.data.code}</code> in any channel of Slack. It counts
              once, until <When at={make.data.expiresAt} />. Give it to nobody.
            </Text>
          )}
        </div>
        <Button variant="primary" onPress={() => make.mutate({})} isPending={make.isPending}>
          {make.data ? 'Get another code' : 'Get a code'}
        </Button>
      </Flex>
    </Panel>
  );
};
