import { useEntityPresentation, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { REF_FORM } from '../words/refs';
import { systemMessage } from '../words/system';
import { useChannels } from '../shell/useChannels';
import { useT } from '../words/useWords';

/** Backstage's own component says the same with styles of its own for each name, which a page of many feels. */
const Named = ({ entityRef }: { entityRef: string }) => (
  <>{useEntityPresentation(entityRef).primaryTitle}</>
);

const Linked = ({ entityRef }: { entityRef: string }) => {
  const linkTo = useEntityRefLink();
  return (
    <Link href={linkTo(entityRef)}>
      <Named entityRef={entityRef} />
    </Link>
  );
};

/** An entity by the name that people know, linked to its page unless `plain`. */
export const Who = ({ entityRef, plain }: { entityRef: string; plain?: boolean }) =>
  plain ? <Named entityRef={entityRef} /> : <Linked entityRef={entityRef} />;

const Told = ({ name }: { name: string }) => {
  const t = useT();
  const channelIn = useChannels();
  const message = systemMessage(name);
  return <>{message ? t(message) : channelIn(name)}</>;
};

/**
 * Who did, provides or is told something: an entity by name, a channel by what it is called, a part of the system in words; what is
 * none of them, such as a supplier, as it stands.
 */
export const WhoOrWhat = ({ name }: { name: string }) =>
  REF_FORM.test(name) ? <Who entityRef={name} plain /> : <Told name={name} />;

/** Several entities, one after the other. */
export const WhoList = ({ refs }: { refs: readonly string[] }) => {
  const t = useT();
  return (
    <>
      {refs.map((ref, index) => (
        <span key={ref}>
          {index > 0 && ', '}
          {ref === 'everyone' ? t('parts.everyone') : <Who entityRef={ref} />}
        </span>
      ))}
    </>
  );
};
