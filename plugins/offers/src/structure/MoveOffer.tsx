import { Button, Link, Select, Text, TextField } from '@backstage/ui';
import type { ManagedOffer, Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAct, useCall } from '../data/useCall';
import { useIdempotencyKey } from '../data/useIdempotencyKey';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { ActionDialog } from '../parts/ActionDialog';
import { Remedies } from '../parts/Remedies';
import { useToast } from '../parts/useToast';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { useT } from '../words/useWords';
import { MoveFields, moveOf, type Destination } from './MoveFields';

interface MoveProps {
  offer: ManagedOffer;
  onClose: () => void;
}

type Move = NonNullable<ReturnType<typeof moveOf>>;

const NEW = 'new';

/** States of plans that are over: what they move has moved, or stays. */
const OVER: readonly Plan['state'][] = ['released', 'rejected', 'cancelled'];

/** Puts a move into a plan that there is, or into a new one, and goes to its page. */
function useMove({ offer, onClose }: MoveProps) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const links = useLinks();
  const [idempotencyKey, settle] = useIdempotencyKey();
  const creating = useAct('createPlan');
  const adding = useAct('patchPlan');
  const onSuccess = (plan: Plan) => {
    toast(t('offerMove.done', { title: offer.title, plan: plan.title }));
    onClose();
    navigate(links.plan(plan.id));
  };
  return {
    isPending: creating.isPending || adding.isPending,
    error: adding.error ?? creating.error,
    create: (move: Move, title: string, release: { local: string; zone: string }) =>
      creating.mutate(
        { body: { scenario: 'change', title, changes: [move], release }, idempotencyKey },
        { onSuccess, onError: settle },
      ),
    add: (move: Move, { id, revision, changes }: Plan) =>
      adding.mutate(
        { params: { id }, revision, body: { changes: [...changes, move] } },
        { onSuccess },
      ),
  };
}

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

const MoveDialog = (props: MoveProps) => {
  const { offer, onClose } = props;
  const t = useT();
  const zone = readersZone();
  const [into, setInto] = useState<Destination>({});
  const [planId, setPlanId] = useState(NEW);
  const [title, setTitle] = useState(
    t('offerMove.planTitle', { title: offer.title }).slice(0, 120),
  );
  const [release, setRelease] = useState({ local: tomorrowAtNine(new Date(), zone), zone });
  const { create, add, isPending, error } = useMove(props);
  const catalogues = useCall('catalogues', { query: {} }).data?.items;
  const categories = useCall('categories', {}).data?.items ?? [];
  const drafts = useCall('listPlans', { query: { state: 'draft', limit: 50 } }).data?.items ?? [];
  const isNew = planId === NEW;
  const chosen = useCall('getPlan', { params: { id: planId } }, { enabled: !isNew }).data;
  const move = moveOf(offer.id, into);
  const isReady = isNew ? title.trim() !== '' && release.local !== '' : chosen?.can.edit === true;
  const confirm = () => {
    if (!move) return;
    if (isNew) create(move, title.trim(), release);
    else if (chosen) add(move, chosen);
  };
  return (
    <ActionDialog
      title={t('offerMove.titleOf', { title: offer.title })}
      confirm={t(isNew ? 'structure.planConfirm' : 'offerMove.add')}
      onConfirm={confirm}
      onClose={onClose}
      isPending={isPending}
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
            ...drafts.map(plan => ({ id: plan.id, label: plan.title })),
          ]}
        />
      )}
      {isNew && (
        <>
          <TextField
            label={t('structure.planName')}
            isRequired
            secondaryLabel={t('form.required')}
            maxLength={120}
            value={title}
            onChange={setTitle}
          />
          <ReleaseTimeFields value={release} onChange={setRelease} />
        </>
      )}
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
