import { Checkbox, CheckboxGroup, Flex, Select, TextField } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { EntityBox } from '../editor/fields/EntityBox';
import { Panel } from '../parts/Panel';
import { useT } from '../words/useWords';
import styles from './Prices.module.css';
import { modes, roundings, type RecalculationForm } from './recalculationForm';

interface FieldsProps {
  form: RecalculationForm;
  change: (part: Partial<RecalculationForm>) => void;
  /** what is wrong with a field, by the end of its path */
  faultOf: (field: string) => string | undefined;
}

const ANY = 'any';

const CHARGES = ['recurring', 'one-off', 'usage'] as const;

/** Which offers get new prices. */
export const Which = ({ form, change, faultOf }: FieldsProps) => {
  const t = useT();
  const categories = useCall('categories', {}).data?.items ?? [];
  return (
    <Panel title={t('prices.which')} note={t('prices.whichNote')}>
      <div className={styles.fields}>
        <Select
          label={t('prices.category')}
          value={form.category || ANY}
          onChange={key => change({ category: key === ANY ? '' : String(key) })}
          options={[
            { id: ANY, label: t('prices.anyCategory') },
            ...categories.map(({ id, title }) => ({ id, label: title })),
          ]}
        />
        <EntityBox
          label={t('prices.owner')}
          kinds={['group']}
          value={form.owner}
          onChange={owner => change({ owner })}
          error={faultOf('owner')}
        />
      </div>
    </Panel>
  );
};

/** By how much their prices change, and how they are rounded. */
export const HowMuch = ({ form, change, faultOf }: FieldsProps) => {
  const t = useT();
  return (
    <Panel title={t('prices.howMuch')}>
      <Flex direction="column" gap="4">
        <div className={styles.fields}>
          <Select
            label={t('prices.by')}
            value={form.by}
            onChange={key => change({ by: key === 'index' ? 'index' : 'percent' })}
            options={[
              { id: 'percent', label: t('prices.byPercent') },
              { id: 'index', label: t('prices.byIndex') },
            ]}
          />
          {form.by === 'percent' ? (
            <TextField
              label={t('prices.percent')}
              placeholder={t('prices.percentHint')}
              value={form.percent}
              onChange={percent => change({ percent })}
              validationBehavior="aria"
              validate={() => faultOf('percent') ?? null}
            />
          ) : (
            <>
              <TextField
                label={t('prices.from')}
                placeholder="118.2"
                value={form.from}
                onChange={from => change({ from })}
                validationBehavior="aria"
                validate={() => faultOf('from') ?? null}
              />
              <TextField
                label={t('prices.to')}
                placeholder="121.9"
                value={form.to}
                onChange={to => change({ to })}
                validationBehavior="aria"
                validate={() => faultOf('to') ?? null}
              />
            </>
          )}
          <Select
            label={t('prices.roundTo')}
            value={form.roundTo}
            onChange={key => {
              const roundTo = roundings.find(each => each === key);
              if (roundTo) change({ roundTo });
            }}
            options={roundings.map(id => ({
              id,
              label: id === 'currency' ? t('prices.roundToCurrency') : id,
            }))}
          />
          <Select
            label={t('prices.rounded')}
            value={form.mode}
            onChange={key => {
              const mode = modes.find(each => each === key);
              if (mode) change({ mode });
            }}
            options={modes.map(id => ({ id, label: t(`rounded.${id}`) }))}
          />
        </div>
        <CheckboxGroup
          label={t('prices.kinds')}
          description={t('prices.kindsHint')}
          value={form.kinds}
          onChange={keys => change({ kinds: CHARGES.filter(kind => keys.includes(kind)) })}
        >
          {CHARGES.map(kind => (
            <Checkbox key={kind} value={kind}>
              {t(`charge.${kind}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      </Flex>
    </Panel>
  );
};
