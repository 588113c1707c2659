import { EntityDisplayName, EntityRefLink } from '@backstage/plugin-catalog-react';

/** An entity by the name that people know, linked to its page unless `plain`. */
export const Who = ({ entityRef, plain }: { entityRef: string; plain?: boolean }) =>
  plain ? (
    <EntityDisplayName entityRef={entityRef} hideIcon disableTooltip />
  ) : (
    <EntityRefLink entityRef={entityRef} hideIcon />
  );

/** Several entities, one after the other. */
export const WhoList = ({ refs }: { refs: readonly string[] }) => (
  <>
    {refs.map((ref, index) => (
      <span key={ref}>
        {index > 0 && ', '}
        {ref === 'everyone' ? 'Everyone' : <Who entityRef={ref} />}
      </span>
    ))}
  </>
);
