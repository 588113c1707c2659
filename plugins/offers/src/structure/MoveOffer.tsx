import { Button, Link, Select, Text } from '@backstage/ui';
import type { ManagedOffer, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { NewPlanFields, useGoToPlan, useNewPlan } from '../forms/NewPlanFields';
import { ActionDialog } from '../parts/ActionDialog';
import { Remedies } from '../parts/Remedies';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';
import { MoveFields, moveOf, type Destination } from './MoveFields';

interface MoveProps {
  offer: ManagedOffer;
  onClose: () => void;
}

const NEW = 'new';

/** States of plans that are over: what they move has moved, or stays. */
const OVER: readonly Plan['state'][] = ['released', 'rejected', 'cancelled'];

/** The plans under way that bring, end or move the offer: the reader may mean one of them. */
const PlansOfIt = ({ offer }: { offer: ManagedOffer }) => {
  const t = useT();
  const links = useLinks();
  const { data } = useCall('listPlans', { query: { offer: offer.id, limit: 10 } });
  const open = (data?.items ?? []).filter(({ state }) => !OVER.includes(state));
  if (open.length === 0) return null;
  return (
    <Text as="p" color="secondary">
      {t('offerMove.planned')}{' '}
      {open.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link href={links.plan(id)}>{title}</Link>
        </span>
      ))}
    </Text>
  );
};

const MoveDialog = ({ offer, onClose }: MoveProps) => {
  const t = useT();
  const [into, setInto] = useState<Destination>({});
  const [planId, setPlanId] = useState(NEW);
  const { plan, fields } = useNewPlan(
    t('offerMove.planTitle', { title: offer.title }).slice(0, 120),
  );
  const told = {
    done: (made: Plan) => t('offerMove.done', { title: offer.title, plan: made.title }),
    onDone: useGoToPlan(),
  };
  const [creating, adding] = [useIntent('createPlan', told), useIntent('patchPlan', told)];
  const catalogues = useCall('catalogues', { query: {} }).data?.items;
  const categories = useCall('categories', {}).data?.items ?? [];
  const drafts = useCall('listPlans', { query: { state: 'draft', limit: 50 } }).data?.items ?? [];
  const isNew = planId === NEW;
  const chosen = useCall('getPlan', { params: { id: planId } }, { enabled: !isNew }).data;
  const error = isNew ? creating.error : adding.error;
  const move = moveOf(offer.id, into);
  const isReady = isNew
    ? plan.title !== '' && plan.release.local !== ''
    : chosen?.can.edit === true;
  const confirm = () => {
    if (!move) return;
    if (isNew) {
      creating.run(idempotencyKey => ({
        body: { scenario: 'change', ...plan, changes: [move] },
        idempotencyKey,
      }));
    } else if (chosen) {
      const { id, revision, changes } = chosen;
      adding.run(() => ({ params: { id }, revision, body: { changes: [...changes, move] } }));
    }
  };
  return (
    <ActionDialog
      title={t('offerMove.titleOf', { title: offer.title })}
      confirm={t(isNew ? 'structure.planConfirm' : 'offerMove.add')}
      onConfirm={confirm}
      onClose={onClose}
      isPending={creating.isPending || adding.isPending}
      isDisabled={!move || !isReady}
      error={error}
    >
      <Text as="p">{t('offerMove.effect')}</Text>
      <PlansOfIt offer={offer} />
      {catalogues && (
        <MoveFields
          from={offer.catalogue}
          named={offer.draft?.content.information.category ?? offer.category}
          catalogues={catalogues}
          categories={categories.map(({ id, ...rest }) => ({ name: id, ...rest }))}
          value={into}
          onChange={setInto}
        />
      )}
      {drafts.length > 0 && (
        <Select
          label={t('offerMove.plan')}
          value={planId}
          onChange={key => setPlanId(String(key))}
          options={[
            { id: NEW, label: t('offerMove.newPlan') },
            ...drafts.map(draft => ({ id: draft.id, label: draft.title })),
          ]}
        />
      )}
      {isNew && <NewPlanFields {...fields} />}
      {chosen && !chosen.can.edit && (
        <Text as="p" color="danger" role="status">
          {t('offerMove.notYours')}
        </Text>
      )}
      <Remedies error={error} />
    </ActionDialog>
  );
};

/** Lets those who plan put the move of an offer into another catalogue into a plan. */
export const MoveOffer = ({ offer }: { offer: ManagedOffer }) => {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  if (!useMe().may('managePlan') || offer.state === 'ended') return null;
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {t('offerMove.open')}
      </Button>
      {isOpen && <MoveDialog offer={offer} onClose={() => setOpen(false)} />}
    </>
  );
};
