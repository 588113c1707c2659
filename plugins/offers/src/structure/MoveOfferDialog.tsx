import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { OfferPick, type PickedOffer } from '../demand/OfferPick';
import { ActionDialog } from '../parts/ActionDialog';
import { useT } from '../words/useWords';
import { MoveFields, moveOf, type Destination } from './MoveFields';
import { cataloguesWith, treeWith, type Change } from './treeDraft';

interface MoveOfferDialogProps {
  structure: WholeStructure;
  changes: readonly Change[];
  onChange: (change: Change) => void;
  onClose: () => void;
}

/** Moves an offer into another catalogue, be it one that the same plan makes. */
export const MoveOfferDialog = (props: MoveOfferDialogProps) => {
  const { structure, changes, onChange, onClose } = props;
  const t = useT();
  const [picked, setPicked] = useState<PickedOffer>();
  const [into, setInto] = useState<Destination>({});
  const { data: offer } = useCall(
    'getOffer',
    { params: { id: picked?.id ?? '' } },
    { enabled: picked !== undefined },
  );
  const move = picked && moveOf(picked.id, into);
  const isTaken = (id: string) =>
    changes.some(({ kind, target }) => kind === 'offer-move' && target === id);
  return (
    <ActionDialog
      title={t('offerMove.title')}
      confirm={t('category.add')}
      onConfirm={() => {
        if (move) onChange(move);
        onClose();
      }}
      onClose={onClose}
      isPending={false}
      isDisabled={!move}
    >
      <OfferPick
        label={t('offerMove.offer')}
        value={picked}
        onChange={chosen => {
          setPicked(chosen);
          setInto({});
        }}
        allows={({ id }) => !isTaken(id)}
      />
      {picked && offer?.id === picked.id && (
        <MoveFields
          from={offer.catalogue}
          named={offer.draft?.content.information.category}
          catalogues={cataloguesWith(structure.catalogues, changes)}
          categories={treeWith(structure.categories, changes)}
          value={into}
          onChange={setInto}
        />
      )}
    </ActionDialog>
  );
};
