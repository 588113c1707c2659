import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Views } from '@offerdesk/backstage-plugin-offers-common';
import { memo } from 'react';
import { useCall } from '../data/useCall';
import { useT } from '../words/useWords';
import styles from './CataloguePage.module.css';
import type { AddressControls } from './useCatalogueAddress';

/** Stands for "no view": a choice cannot have an empty name, and no view has such a one. */
const WHOLE = '*';

type View = Views['items'][number];

const NONE: readonly View[] = [];

/** The views that the reader may know of, at the instant that they look at. */
export function useViews(at: string | undefined): readonly View[] {
  return useCall('views', { query: at ? { at } : {} }, { keepPrevious: true }).data?.items ?? NONE;
}

interface ViewChoiceProps extends Pick<AddressControls, 'change'> {
  /** the name of the one that is chosen */
  view: string | undefined;
  views: readonly View[];
}

/** The views of the catalogue, one of which narrows it; the filters narrow that further. Nothing where there is none. */
export const ViewChoice = memo(({ view, views, change }: ViewChoiceProps) => {
  const t = useT();
  if (views.length === 0 && view === undefined) return null;
  const chosen = views.find(({ name }) => name === view);
  const all =
    view === undefined || chosen ? views : [...views, { name: view, title: view, description: '' }];
  return (
    <div className={styles.views}>
      <ToggleButtonGroup
        aria-label={t('catalogue.views')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view ?? WHOLE]}
        onSelectionChange={keys => {
          const [name] = [...keys].map(String);
          // A view has an order of its own.
          change({ view: name === WHOLE ? '' : (name ?? ''), sort: '', starred: '' });
        }}
      >
        <ToggleButton id={WHOLE}>{t('catalogue.whole')}</ToggleButton>
        {all.map(({ name, title }) => (
          <ToggleButton key={name} id={name}>
            {title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {chosen?.description && <p className={styles.viewWords}>{chosen.description}</p>}
    </div>
  );
});
