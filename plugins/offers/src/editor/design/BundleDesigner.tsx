import { Flex, Select, TextField } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { lazy, Suspense, useState } from 'react';
import { OfferPick } from '../../demand/OfferPick';
import { useAnnounce } from '../../parts/LiveRegion';
import { Loading } from '../../parts/Loading';
import { bundleText, draw, moveStep, noBundle, readBundle, withMember } from './bundleDesign';
import { ChoiceRows } from './ChoiceRows';
import styles from './Design.module.css';
import { MovableList } from './MovableList';
import { StepCard } from './StepCard';
import { useJsonPart } from './useJsonPart';
import { useMembers } from './useMembers';
import { useT } from '../../words/useWords';
import { toldIn } from '../../words/told';

const BundleGraph = lazy(() => import('../../offer/BundleGraph'));

const RULES = ['sum', 'discount', 'fixed'] as const;

const PriceRule = ({ bundle, put }: { bundle: Bundle; put: (bundle: Bundle) => void }) => {
  const t = useT();
  const { price } = bundle;
  const choose = (rule: string) => {
    if (rule === 'discount') put({ ...bundle, price: { rule, percent: '10' } });
    else if (rule === 'fixed' || rule === 'sum') put({ ...bundle, price: { rule } });
  };
  return (
    <div className={styles.fields}>
      <Select
        label={t('members.costs')}
        value={price.rule}
        onChange={key => choose(String(key))}
        options={RULES.map(id => ({ id, label: t(`members.${id}`) }))}
      />
      {price.rule === 'discount' && (
        <TextField
          label={t('members.percent')}
          value={price.percent}
          onChange={percent => put({ ...bundle, price: { rule: 'discount', percent } })}
        />
      )}
    </div>
  );
};

/** A bundle's members, what each waits for, what can be chosen, and what it costs; drawn as a graph beside. */
export const BundleDesigner = () => {
  const t = useT();
  const { text, onChange, faults } = useJsonPart('content.bundle');
  const bundle = readBundle(text) ?? noBundle;
  const { titleOf, nameOf } = useMembers(bundle);
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
            titleOf={titleOf}
            bundle={bundle}
            put={put}
            onDraw={waitsFor => drawWait(step.key, waitsFor)}
            refused={refused?.key === step.key ? refused.reason : undefined}
          />
        ))}
      </MovableList>
      <OfferPick
        key={bundle.steps.length}
        label={t('members.add')}
        description={t('members.addHint')}
        value={undefined}
        onChange={offer => offer && put(withMember(bundle, offer))}
      />
      {bundle.steps.length > 0 && (
        <>
          <ChoiceRows bundle={bundle} put={put} />
          <PriceRule bundle={bundle} put={put} />
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
