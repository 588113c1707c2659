import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import styles from '../editor/fields/PrincipalList.module.css';
import { useListFocus } from '../parts/useListFocus';
import { useT } from '../words/useWords';
import { OfferPick, type PickedOffer } from './OfferPick';

interface OfferPicksProps {
  label: string;
  description?: string;
  value: readonly PickedOffer[];
  onChange: (offers: PickedOffer[]) => void;
  /** which offers can be picked; all of them unless told */
  allows?: (offer: PickedOffer & { state: string }) => boolean;
  /** only those of which a version was published, or only those of which none was */
  isPublished?: boolean | undefined;
  error?: string | undefined;
}

/** Several offers: picked one after the other, and taken out again. */
export const OfferPicks = ({ label, value, onChange, allows, ...rest }: OfferPicksProps) => {
  const t = useT();
  const { list, choosing, takingOut } = useListFocus<HTMLDivElement>(value.length);
  const pick = (offer: PickedOffer) => {
    choosing();
    onChange([...value, offer]);
  };
  return (
    <div ref={list} data-list className={styles.box} role="group" aria-label={label}>
      <OfferPick
        // A new box after each pick, so that the text of the one before does not stay in it.
        key={value.length}
        label={label}
        {...rest}
        value={undefined}
        onChange={offer => offer && pick(offer)}
        // Whoever comes back to the box after a pick need not want another.
        opensOnFocus={value.length === 0}
        allows={offer => !value.some(({ id }) => id === offer.id) && (allows?.(offer) ?? true)}
      />
      {value.length > 0 && (
        <ul className={styles.chips} aria-label={t('form.named', { list: label })}>
          {value.map(offer => (
            <li key={offer.id} className={styles.chip} data-item>
              <Text variant="body-small">{offer.title}</Text>
              <ButtonIcon
                aria-label={t('form.removeFrom', { item: offer.title, list: label })}
                icon={<RiCloseLine />}
                size="small"
                variant="tertiary"
                onPress={({ target }) => {
                  takingOut(target);
                  onChange(value.filter(({ id }) => id !== offer.id));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
