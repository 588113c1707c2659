import { Button, Flex, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { acts, ringActs, type OperatingAct } from './words';

type RingWay = OfferLife['rings'][number];

/** The stage that a version is in at an instant; undefined before its first. */
function stageNow({ stages }: RingWay, at: string) {
  return stages.filter(({ from }) => from <= at).at(-1);
}

/** What can be done with the ring that a version is in; the preview says the rest. */
function actsOn(way: RingWay, at: string): OperatingAct[] {
  const stage = stageNow(way, at);
  if (way.rolledBackAt || stage?.ring === undefined) return [];
  return ['ring-promote', stage.held ? 'ring-resume' : 'ring-hold', 'ring-roll-back'];
}

const actorOf = (by: string) => (by.includes(':') ? <Who entityRef={by} plain /> : by);

const Way = ({ way, life, onAct }: { way: RingWay } & RingsPanelProps) => {
  const now = stageNow(way, life.at);
  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <Text as="h4" variant="body-medium" weight="bold">
          {`Version ${way.version}`}
        </Text>
        {life.can.operate && (
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
            {actsOn(way, life.at).map(act => (
              <Button
                key={act}
                size="small"
                variant="secondary"
                onPress={() => onAct(act, way.version)}
              >
                {acts[act].button}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
      <DataTable
        caption={`Rings of version ${way.version}`}
        rows={way.stages}
        keyOf={({ from, held }) => `${from} ${held}`}
        columns={[
          { label: 'From', cell: ({ from }) => <When at={from} /> },
          { label: 'Ring', cell: ({ ring }) => ring ?? 'Everybody' },
          {
            label: 'State',
            cell: stage => {
              if (stage.held) return 'Held';
              if (stage === now) return way.rolledBackAt ? 'Rolled back' : 'Now';
              return stage.from > life.at ? 'To come' : 'Done';
            },
          },
        ]}
      />
      {way.acts.length > 0 && (
        <PlainList>
          {way.acts.map(({ act, at, by, reason }) => (
            <li key={`${at} ${act}`}>
              {ringActs[act]} by {actorOf(by)}, <When at={at} />: {reason}
            </li>
          ))}
        </PlainList>
      )}
    </Flex>
  );
};

interface RingsPanelProps {
  life: OfferLife;
  onAct: (act: OperatingAct, version: number) => void;
}

/** How each version goes through its rings, and what can be done; nothing where no version has rings. */
export const RingsPanel = (props: RingsPanelProps) => {
  const ringed = props.life.rings.filter(({ stages }) => stages.some(({ ring }) => ring));
  if (ringed.length === 0) return null;
  return (
    <Panel title="Rings" note="Who gets a new version first.">
      <Flex direction="column" gap="5">
        {ringed.map(way => (
          <Way key={way.version} way={way} {...props} />
        ))}
      </Flex>
    </Panel>
  );
};
