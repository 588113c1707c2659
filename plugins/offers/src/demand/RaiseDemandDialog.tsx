import { Select, TextAreaField, TextField } from '@backstage/ui';
import { namesOffers, type DemandKind } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useIntent } from '../data/useIntent';
import { fieldsOf } from '../data/problems';
import { DateTimeField } from '../forms/DateTimeField';
import { RefList } from '../forms/RefList';
import { ActionDialog } from '../parts/ActionDialog';
import { useStaffLinks } from '../shell/useStaffLinks';
import { readersZone } from '../words/dates';
import { OfferPicks } from './OfferPicks';
import type { PickedOffer } from './OfferPick';
import { demandKinds } from './words';

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
  const navigate = useNavigate();
  const links = useStaffLinks();
  const [wish, setWish] = useState(START);
  const change = (part: Partial<Wish>) => setWish(before => ({ ...before, ...part }));
  const { run, isPending, error } = useIntent('raiseDemand', {
    done: demand => `Raised: ${demand.title}.`,
    onDone: ({ id }) => {
      onClose();
      navigate(links.demand(id));
    },
  });
  const faults = fieldsOf(error);
  const faultOf = (field: string) =>
    faults.find(found => found.field.replace(/^body\./, '').startsWith(field))?.remedy;
  const isMissing =
    wish.title.trim() === '' || (namesOffers(wish.kind) && wish.offers.length === 0);
  return (
    <ActionDialog
      title="Raise demand"
      confirm="Raise it"
      onConfirm={() => run(idempotencyKey => ({ body: bodyOf(wish), idempotencyKey }))}
      onClose={onClose}
      isPending={isPending}
      isDisabled={isMissing}
      error={error}
    >
      <Select
        label="What is wished for"
        value={wish.kind}
        onChange={key => {
          const kind = (Object.keys(demandKinds) as DemandKind[]).find(each => each === key);
          if (kind) change({ kind });
        }}
        options={Object.entries(demandKinds).map(([id, label]) => ({ id, label }))}
      />
      <TextField
        label="Title"
        isRequired
        maxLength={120}
        value={wish.title}
        onChange={title => change({ title })}
      />
      <TextAreaField
        label="Description"
        description="Why it is wished for, and by whom. Markdown."
        value={wish.description}
        onChange={description => change({ description })}
        rows={4}
      />
      <OfferPicks
        label={
          namesOffers(wish.kind) ? 'Offers that shall change or end' : 'Offers that it is like'
        }
        value={wish.offers}
        onChange={offers => change({ offers })}
        error={faultOf('offerIds')}
      />
      <RefList
        label="Products"
        description="Entities of the software catalogue that it is about."
        kinds={ENTITY_KINDS}
        value={wish.entities}
        onChange={entities => change({ entities })}
        error={faultOf('entities')}
      />
      <DateTimeField
        label="Wanted by"
        value={wish.wantedBy}
        onChange={wantedBy => change({ wantedBy })}
        error={faultOf('wantedBy')}
      />
      <TextField
        label="Where it stands elsewhere"
        placeholder="https://"
        value={wish.reference}
        onChange={reference => change({ reference })}
        validationBehavior="aria"
        validate={() => faultOf('reference') ?? null}
      />
    </ActionDialog>
  );
};
