import { Button, Link, VisuallyHidden } from '@backstage/ui';
import {
  isBlocking,
  oneOf,
  WAIVABLE_CRITERIA,
  type Criterion,
  type Plan,
  type WaivableCriterion,
} from '@offerdesk/backstage-plugin-offers-common';
import { RiAlertLine, RiCheckLine, RiCloseLine, RiHand } from '@remixicon/react';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { gateTitles } from '../words/states';
import styles from './GatePanel.module.css';
import { EndWaiverDialog, WaiveDialog } from './WaiverDialogs';

type Look = 'met' | 'missing' | 'waived' | 'warning';

const icons = {
  met: RiCheckLine,
  missing: RiCloseLine,
  waived: RiHand,
  warning: RiAlertLine,
} as const;

const words: Readonly<Record<Look, string>> = {
  met: 'Met',
  missing: 'Missing',
  waived: 'Waived',
  warning: 'To be looked at',
};

function lookOf(found: Criterion): Look {
  if (found.state !== 'missing') return found.state;
  return isBlocking(found) ? 'missing' : 'warning';
}

interface CriterionProps {
  found: Criterion;
  /** whether waivers can be given and ended here: the plan is not closed */
  isOpen: boolean;
}

/** Who lets it pass, and the way to give or end that, for those who may. */
const Waiver = ({ found, offerId }: { found: Criterion; offerId: string }) => {
  const [isAsking, setAsking] = useState(false);
  const mayWaive = useCall('getOffer', { params: { id: offerId } }).data?.can.waive ?? false;
  const waivable: WaivableCriterion | undefined = oneOf(WAIVABLE_CRITERIA, found.id);
  const close = () => setAsking(false);
  const { waiver } = found;
  return (
    <>
      {waiver && (
        <span className={styles.quiet}>
          Waived by <Who entityRef={waiver.by} /> until <When at={waiver.until} />: {waiver.reason}
        </span>
      )}
      {mayWaive && (waiver || (waivable && isBlocking(found))) && (
        <Button variant="tertiary" size="small" onPress={() => setAsking(true)}>
          {waiver ? `End the waiver of ${found.title}…` : `Waive ${found.title}…`}
        </Button>
      )}
      {isAsking && waiver && (
        <EndWaiverDialog offerId={offerId} waiver={waiver} title={found.title} onClose={close} />
      )}
      {isAsking && !waiver && waivable && (
        <WaiveDialog offerId={offerId} criterion={waivable} title={found.title} onClose={close} />
      )}
    </>
  );
};

const CriterionView = ({ found, isOpen }: CriterionProps) => {
  const links = useLinks();
  const look = lookOf(found);
  const Icon = icons[look];
  const { offerId } = found;
  return (
    <li className={styles.item} data-state={look}>
      <Icon className={styles[look]} size={20} aria-hidden="true" />
      <span className={styles.words}>
        <span>
          <VisuallyHidden>{words[look]}: </VisuallyHidden>
          {offerId && found.state === 'missing' ? (
            <Link href={`${links.draft(offerId)}#${found.field ?? ''}`}>{found.title}</Link>
          ) : (
            found.title
          )}
        </span>
        {found.state === 'missing' && found.remedy && (
          <span className={styles.quiet}>{found.remedy}</span>
        )}
        {isOpen && offerId && found.state !== 'met' && <Waiver found={found} offerId={offerId} />}
      </span>
    </li>
  );
};

/** The criteria of the stage that the plan is in: what is missing, what is waived, and by whom. */
export const GatePanel = ({ plan }: { plan: Plan }) => {
  const missing = plan.gate.criteria.filter(isBlocking).length;
  const waived = plan.gate.criteria.filter(({ state }) => state === 'waived').length;
  const isOpen = plan.stage !== 'ended' && plan.state !== 'released';
  return (
    <Panel
      title={gateTitles[plan.gate.gate]}
      note={[
        plan.gate.met ? 'Every criterion is met or waived.' : `${missing} missing.`,
        waived > 0 ? `${waived} waived.` : '',
      ].join(' ')}
    >
      <ul className={styles.list} aria-label="Criteria">
        {plan.gate.criteria.map((found, index) => (
          <CriterionView key={`${index} ${found.id}`} found={found} isOpen={isOpen} />
        ))}
      </ul>
    </Panel>
  );
};
