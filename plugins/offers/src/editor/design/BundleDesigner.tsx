import { Flex } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { lazy, Suspense, useState } from 'react';
import { OfferPick } from '../../demand/OfferPick';
import { useAnnounce } from '../../parts/LiveRegion';
import { Loading } from '../../parts/Loading';
import { useListFocus } from '../../parts/useListFocus';
import { bundleText, draw, moveStep, noBundle, readBundle, withMember } from './bundleDesign';
import { BundlePrice } from './BundlePrice';
import { ChoiceRows } from './ChoiceRows';
import styles from './Design.module.css';
import { MovableList } from './MovableList';
import { StepCard } from './StepCard';
import { useJsonPart } from './useJsonPart';
import { useMembers } from './useMembers';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

const BundleGraph = lazy(() => import('../../offer/BundleGraph'));

/** A bundle's members, what each waits for, what can be chosen, and what it costs; drawn as a graph beside. */
export const BundleDesigner = () => {
  const t = useT();
  const { text, onChange, faults } = useJsonPart('content.bundle');
  const bundle = readBundle(text) ?? noBundle;
  const { titleOf, nameOf, optionsOf, priceListsOf } = useMembers(bundle);
  const { list, choosing } = useListFocus<HTMLDivElement>(bundle.steps.length);
  const announce = useAnnounce();
  const [refused, setRefused] = useState<{ key: string; reason: string }>();
  const put = (next: Bundle) => {
    setRefused(undefined);
    onChange(bundleText(next));
  };
  const drawWait = (key: string, waitsFor: string) => {
    const drawn = draw(bundle, key, waitsFor, titleOf);
    if (drawn.ok) {
      put(drawn.bundle);
      return;
    }
    const reason = toldIn(t, drawn.reason);
    setRefused({ key, reason });
    announce(reason);
  };
  return (
    <Flex direction="column" gap="4">
      {bundle.steps.length > 0 && (
        <Suspense fallback={<Loading what={t('members.graphLoading')} rows={1} height={120} />}>
          <BundleGraph bundle={bundle} titleOf={titleOf} label={t('members.graph')} />
        </Suspense>
      )}
      <MovableList
        label={t('members.list')}
        keys={bundle.steps.map(({ key }) => key)}
        onMove={(key, place) => put(moveStep(bundle, key, place))}
      >
        {bundle.steps.map(step => (
          <StepCard
            key={step.key}
            step={step}
            title={titleOf(step.key)}
            offerName={nameOf(step.key)}
            options={optionsOf(step.key)}
            titleOf={titleOf}
            bundle={bundle}
            put={put}
            onDraw={waitsFor => drawWait(step.key, waitsFor)}
            refused={refused?.key === step.key ? refused.reason : undefined}
          />
        ))}
      </MovableList>
      <div ref={list} data-list>
        <OfferPick
          key={bundle.steps.length}
          label={t('members.add')}
          description={t('members.addHint')}
          value={undefined}
          onChange={offer => {
            if (!offer) return;
            choosing();
            put(withMember(bundle, offer));
          }}
          opensOnFocus={bundle.steps.length === 0}
        />
      </div>
      {bundle.steps.length > 0 && (
        <>
          <ChoiceRows bundle={bundle} put={put} />
          <BundlePrice bundle={bundle} put={put} priceListsOf={priceListsOf} />
        </>
      )}
      {faults.length > 0 && (
        <ul className={styles.faults} aria-label={t('members.faults')}>
          {faults.map(fault => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </Flex>
  );
};
