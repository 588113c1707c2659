import { Button, Flex, Text } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { useMe } from '../shell/useMe';
import { readersZone } from '../words/dates';
import { EntityBox } from './fields/EntityBox';
import styles from './fields/PrincipalList.module.css';

const Answer = ({ name, viewer }: { name: string; viewer: string }) => {
  const { data, error, refetch } = useCall('explainOffer', {
    params: { name },
    query: { viewer, zone: readersZone() },
  });
  if (error) return <Problem error={error} onRetry={() => refetch()} />;
  if (!data) return <Text role="status">Looking…</Text>;
  const { visible, orderable } = data.explanation;
  const sees = visible.answer ? 'sees it' : 'does not see it';
  const orders = orderable.answer ? 'can order it' : 'cannot order it';
  return (
    <Flex direction="column" gap="3" role="status">
      <Text as="p" weight="bold">
        {`${data.viewer} ${sees} and ${orders}.`}
      </Text>
      <CheckList
        label="Reasons"
        words={{ holds: 'Yes', fails: 'No' }}
        checks={orderable.reasons.map(({ code, holds, sentence }) => ({
          id: code,
          holds,
          sentence,
        }))}
      />
    </Flex>
  );
};

/** Why a person can or cannot see and order the offer now; for those who may read every offer. */
export const SeeAsPerson = ({ offer }: { offer: ManagedOffer }) => {
  const [typed, setTyped] = useState('');
  const [viewer, setViewer] = useState<string>();
  if (!useMe().may('readAll')) return null;
  return (
    <div style={{ marginBlockStart: 'var(--bui-space-5)' }}>
      <Panel
        title="See as a person"
        note="What is published, as that person finds it now; the draft plays no part."
      >
        <Flex direction="column" gap="4">
          <div className={styles.add}>
            <EntityBox label="Person" kinds={['user']} value={typed} onChange={setTyped} />
            <Button
              variant="secondary"
              isDisabled={!typed.trim()}
              onPress={() => setViewer(typed.trim().toLowerCase())}
            >
              Explain
            </Button>
          </div>
          {viewer && <Answer name={offer.name} viewer={viewer} />}
        </Flex>
      </Panel>
    </div>
  );
};
