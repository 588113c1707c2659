import { Link } from '@backstage/ui';
import { useLinks } from '../shell/useLinks';

interface OfferOfRowProps {
  row: { title: string; offerId?: string | undefined };
}

/** The title of a row, which leads to the offer that it became. */
export const OfferOfRow = ({ row: { title, offerId } }: OfferOfRowProps) => {
  const links = useLinks();
  return offerId ? <Link href={links.draft(offerId)}>{title}</Link> : <>{title}</>;
};
