import { Select, TextAreaField, TextField } from '@backstage/ui';
import {
  DEMAND_KINDS,
  namesOffers,
  oneOf,
  type DemandKind,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIntent } from '../data/useIntent';
import { fieldsOf } from '../data/problems';
import { DateTimeField } from '../forms/DateTimeField';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { useStaffLinks } from '../shell/useStaffLinks';
import { readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import { OfferPicks } from './OfferPicks';
import type { PickedOffer } from './OfferPick';

const ENTITY_KINDS = ['component', 'system', 'resource', 'api'];

interface Wish {
  kind: DemandKind;
  title: string;
  description: string;
  wantedBy: string;
  offers: PickedOffer[];
  entities: string[];
  reference: string;
}

const START: Wish = {
  kind: 'new',
  title: '',
  description: '',
  wantedBy: '',
  offers: [],
  entities: [],
  reference: '',
};

function bodyOf(wish: Wish) {
  return {
    kind: wish.kind,
    title: wish.title.trim(),
    description: wish.description.trim(),
    offerIds: wish.offers.map(({ id }) => id),
    entities: wish.entities,
    ...(wish.wantedBy ? { wantedBy: { local: wish.wantedBy, zone: readersZone() } } : {}),
    ...(wish.reference.trim() ? { reference: wish.reference.trim() } : {}),
  };
}

/** Asks for a new offer, a bundle, a change or an ending. */
export const RaiseDemandDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT();
  const navigate = useNavigate();
  const links = useStaffLinks();
  const [wish, setWish] = useState(START);
  const change = (part: Partial<Wish>) => setWish(before => ({ ...before, ...part }));
  const { run, isPending, error } = useIntent('raiseDemand', {
    done: ({ title }) => t('raise.done', { title }),
    onDone: ({ id }) => {
      onClose();
      navigate(links.demand(id));
    },
  });
  const faults = fieldsOf(t, error);
  const faultOf = (field: string) =>
    faults.find(found => found.field.replace(/^body\./, '').startsWith(field))?.remedy;
  const isMissing =
    wish.title.trim() === '' || (namesOffers(wish.kind) && wish.offers.length === 0);
  return (
    <ActionDialog
      title={t('raise.title')}
      confirm={t('raise.confirm')}
      onConfirm={() => run(idempotencyKey => ({ body: bodyOf(wish), idempotencyKey }))}
      onClose={onClose}
      isPending={isPending}
      isDisabled={isMissing}
      error={error}
    >
      <Select
        label={t('raise.what')}
        value={wish.kind}
        onChange={key => {
          const kind = oneOf(DEMAND_KINDS, key);
          if (kind) change({ kind });
        }}
        options={DEMAND_KINDS.map(id => ({ id, label: t(`demandKind.${id}`) }))}
      />
      <TextField
        label={t('raise.name')}
        isRequired
        maxLength={120}
        value={wish.title}
        onChange={title => change({ title })}
      />
      <TextAreaField
        label={t('raise.description')}
        description={t('raise.descriptionNote')}
        value={wish.description}
        onChange={description => change({ description })}
        rows={4}
      />
      <OfferPicks
        label={t(namesOffers(wish.kind) ? 'raise.offersNamed' : 'raise.offersLike')}
        value={wish.offers}
        onChange={offers => change({ offers })}
        error={faultOf('offerIds')}
      />
      <RefList
        label={t('raise.products')}
        description={t('raise.productsNote')}
        kinds={ENTITY_KINDS}
        value={wish.entities}
        onChange={entities => change({ entities })}
        error={faultOf('entities')}
      />
      <DateTimeField
        label={t('raise.wantedBy')}
        value={wish.wantedBy}
        onChange={wantedBy => change({ wantedBy })}
        error={faultOf('wantedBy')}
      />
      <TextField
        label={t('raise.reference')}
        placeholder="https://"
        value={wish.reference}
        onChange={reference => change({ reference })}
        validationBehavior="aria"
        validate={() => faultOf('reference') ?? null}
      />
    </ActionDialog>
  );
};
