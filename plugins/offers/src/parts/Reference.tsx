import { Link } from '@backstage/ui';

/** Where a plan or document is: a link when it is an address that can be opened, plain text otherwise. */
export const Reference = ({ reference }: { reference: string }) =>
  /^https?:\/\//.test(reference) ? (
    <Link href={reference} target="_blank" rel="noopener noreferrer">
      {reference}
    </Link>
  ) : (
    <>{reference}</>
  );
