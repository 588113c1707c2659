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
import { useApi } from '@backstage/core-plugin-api';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { useCall } from '../data/useCall';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useLinks } from '../shell/useLinks';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import styles from './GatePanel.module.css';
import { EndWaiverDialog, WaiveDialog } from './WaiverDialogs';

type Look = 'met' | 'missing' | 'waived' | 'warning';

const icons = {
  met: RiCheckLine,
  missing: RiCloseLine,
  waived: RiHand,
  warning: RiAlertLine,
} as const;

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
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  const { me } = useMe();
  const offer = useCall('getOffer', { params: { id: offerId } }).data;
  const mayWaive = offer?.can.waive ?? false;
  // Whoever wrote the draft is refused: better not asked for a reason first.
  const isAuthor = offer?.draft !== undefined && offer.draft.updatedBy === me?.user;
  const waivable: WaivableCriterion | undefined = oneOf(WAIVABLE_CRITERIA, found.id);
  const close = () => setAsking(false);
  const { waiver } = found;
  return (
    <>
      {waiver && (
        <span className={styles.quiet}>
          {t('plan.criteria.waivedBy', {
            who: <Who entityRef={waiver.by} />,
            when: <When at={waiver.until} />,
            reason: waiver.reason,
          })}
        </span>
      )}
      {mayWaive && (waiver || (waivable && !isAuthor && isBlocking(found))) && (
        <Button variant="tertiary" size="small" onPress={() => setAsking(true)}>
          {t(waiver ? 'plan.waiver.end' : 'plan.waiver.give', { what: toldIn(t, found.title) })}
        </Button>
      )}
      {isAsking && waiver && (
        <EndWaiverDialog
          offerId={offerId}
          waiver={waiver}
          title={toldIn(t, found.title)}
          onClose={close}
        />
      )}
      {isAsking && !waiver && waivable && (
        <WaiveDialog
          offerId={offerId}
          criterion={waivable}
          title={toldIn(t, found.title)}
          onClose={close}
        />
      )}
    </>
  );
};

const CriterionView = ({ found, isOpen }: CriterionProps) => {
  const t = useT();
  const links = useLinks();
  const look = lookOf(found);
  const Icon = icons[look];
  const { offerId } = found;
  const title = toldIn(t, found.title);
  return (
    <li className={styles.item} data-state={look}>
      <Icon className={styles[look]} size={20} aria-hidden="true" />
      <span className={styles.words}>
        <span>
          <VisuallyHidden>{t(`plan.criteria.${look}`)}: </VisuallyHidden>
          {offerId && found.state === 'missing' ? (
            <Link href={`${links.draft(offerId)}#${found.field ?? ''}`}>{title}</Link>
          ) : (
            title
          )}
        </span>
        {found.state === 'missing' && found.remedy && (
          <span className={styles.quiet}>{toldIn(t, found.remedy)}</span>
        )}
        {isOpen && offerId && found.state !== 'met' && <Waiver found={found} offerId={offerId} />}
      </span>
    </li>
  );
};

/** Says once, to who wrote a draft, that others may let pass what it misses: they themselves may not. */
const WaivedByOthers = ({ criteria }: { criteria: readonly Criterion[] }) => {
  const t = useT();
  const { me } = useMe();
  const api = useApi(offersApiRef);
  const waivable = criteria.filter(
    found => !found.waiver && isBlocking(found) && oneOf(WAIVABLE_CRITERIA, found.id),
  );
  const asked = [...new Set(waivable.flatMap(({ offerId }) => offerId ?? []))];
  const offers = useQueries({
    queries: asked.map(id => ({
      queryKey: ['offers', 'getOffer', { params: { id } }],
      queryFn: () => api.call('getOffer', { params: { id } }),
    })),
  });
  const isTheirs = offers.some(({ data }) => data?.can.waive && data.draft?.updatedBy === me?.user);
  return isTheirs ? <p className={styles.quiet}>{t('plan.waiver.byOthers')}</p> : null;
};

interface CriteriaListProps {
  label: string;
  criteria: readonly Criterion[];
  /** whether waivers can be given and ended here */
  isOpen: boolean;
}

/** Criteria of a gate, each with how it stands; what is only to be looked at is told apart from what is missing. */
export const CriteriaList = ({ label, criteria, isOpen }: CriteriaListProps) => (
  <ul className={styles.list} aria-label={label}>
    {criteria.map((found, index) => (
      <CriterionView key={`${index} ${found.id}`} found={found} isOpen={isOpen} />
    ))}
  </ul>
);

/** The criteria of the stage that the plan is in: what is missing, what is waived, and by whom. */
export const GatePanel = ({ plan }: { plan: Plan }) => {
  const t = useT();
  const missing = plan.gate.criteria.filter(isBlocking).length;
  const waived = plan.gate.criteria.filter(({ state }) => state === 'waived').length;
  const isOpen = plan.stage !== 'ended' && plan.state !== 'released';
  return (
    <Panel
      title={t(`gate.${plan.gate.gate}`)}
      note={[
        plan.gate.met
          ? t('plan.criteria.allMet')
          : t('plan.criteria.missingCount', { number: String(missing) }),
        waived > 0 ? t('plan.criteria.waivedCount', { number: String(waived) }) : '',
      ].join(' ')}
    >
      <CriteriaList
        label={t('plan.criteria.label')}
        criteria={plan.gate.criteria}
        isOpen={isOpen}
      />
      {isOpen && <WaivedByOthers criteria={plan.gate.criteria} />}
    </Panel>
  );
};
