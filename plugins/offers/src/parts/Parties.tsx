import type { Party } from '@offerdesk/backstage-plugin-offers-common';
import { Who } from './Who';

/** Who fulfils or supports: groups of ours by name, suppliers by theirs. */
export const Parties = ({ parties }: { parties: readonly Party[] }) => (
  <>
    {parties.map((party, index) => (
      <span key={party.kind === 'internal' ? party.ref : party.name}>
        {index > 0 && ', '}
        {party.kind === 'internal' ? <Who entityRef={party.ref} /> : `${party.name} (external)`}
      </span>
    ))}
  </>
);
