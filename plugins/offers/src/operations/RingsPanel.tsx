import { Button, Flex, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { When } from '../parts/When';
import { WhoOrWhat } from '../parts/Who';
import { useT } from '../words/useWords';
import type { OperatingAct } from './words';

type RingWay = OfferLife['rings'][number];

/** The stage that a version is in at an instant; undefined before its first. */
function stageNow({ stages }: RingWay, at: string) {
  return stages.filter(({ from }) => from <= at).at(-1);
}

/** The stages that came or will: what was taken back goes no further. */
function stagesOf({ stages, rolledBackAt }: RingWay) {
  return stages.filter(({ from }) => rolledBackAt === undefined || from <= rolledBackAt);
}

/** What can be done with the ring that a version is in; the preview says the rest. */
function actsOn(way: RingWay, at: string): OperatingAct[] {
  const stage = stageNow(way, at);
  if (way.rolledBackAt || stage?.ring === undefined) return [];
  return ['ring-promote', stage.held ? 'ring-resume' : 'ring-hold', 'ring-roll-back'];
}

const Way = ({ way, life, onAct }: { way: RingWay } & RingsPanelProps) => {
  const t = useT();
  const now = stageNow(way, life.at);
  const version = String(way.version);
  return (
    <Flex direction="column" gap="3">
      <Flex justify="between" align="center" gap="2" style={{ flexWrap: 'wrap' }}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('rings.version', { version })}
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
                {t(`act.${act}.button`)}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
      <DataTable
        caption={t('rings.of', { version })}
        rows={stagesOf(way)}
        keyOf={({ from, held }) => `${from} ${held}`}
        columns={[
          { label: t('segment.from'), cell: ({ from }) => <When at={from} /> },
          { label: t('rings.ring'), cell: ({ ring }) => ring ?? t('rings.everybody') },
          {
            label: t('segment.state'),
            cell: stage => {
              if (stage.held) return t('rings.held');
              if (stage === now) return t(way.rolledBackAt ? 'rings.rolledBack' : 'rings.now');
              return t(stage.from > life.at ? 'rings.toCome' : 'rings.done');
            },
          },
        ]}
      />
      {way.acts.length > 0 && (
        <PlainList>
          {way.acts.map(({ act, at, by, reason }) => (
            <li key={`${at} ${act}`}>
              {t(`rings.${act}`, { who: <WhoOrWhat name={by} />, when: <When at={at} />, reason })}
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
  const t = useT();
  const ringed = props.life.rings.filter(({ stages }) => stages.some(({ ring }) => ring));
  if (ringed.length === 0) return null;
  return (
    <Panel title={t('rings.title')} note={t('rings.note')}>
      <Flex direction="column" gap="5">
        {ringed.map(way => (
          <Way key={way.version} way={way} {...props} />
        ))}
      </Flex>
    </Panel>
  );
};
