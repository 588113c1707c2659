import { RiNotification3Fill, RiNotification3Line } from '@remixicon/react';
import { IconToggle } from '../parts/IconToggle';
import { useT } from '../words/useWords';
import type { Watches } from './useWatches';

interface WatchButtonProps {
  offer: { id: string; title: string };
  watches: Watches;
}

/** Tells the reader in Slack what is announced of an offer, from now on; pressed again, no more. */
export const WatchButton = ({ offer, watches }: WatchButtonProps) => {
  const t = useT();
  const isWatched = watches.has(offer.id);
  return (
    <IconToggle
      icon={isWatched ? <RiNotification3Fill /> : <RiNotification3Line />}
      label={t(isWatched ? 'watch.unwatch' : 'watch.watch', { title: offer.title })}
      isDisabled={watches.ids === undefined}
      onToggle={() => watches.toggle(offer)}
    />
  );
};
