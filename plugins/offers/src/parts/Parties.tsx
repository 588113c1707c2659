import type { Party } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../words/useWords';
import { Who } from './Who';

/** Who fulfils or supports: groups of ours by name, suppliers by theirs. */
export const Parties = ({ parties }: { parties: readonly Party[] }) => {
  const t = useT();
  return (
    <>
      {parties.map((party, index) => (
        <span key={party.kind === 'internal' ? party.ref : party.name}>
          {index > 0 && ', '}
          {party.kind === 'internal' ? (
            <Who entityRef={party.ref} />
          ) : (
            `${party.name} (${t('parts.external')})`
          )}
        </span>
      ))}
    </>
  );
};
