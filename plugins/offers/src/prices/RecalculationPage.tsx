import {
  Button,
  Checkbox,
  CheckboxGroup,
  Flex,
  Link,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import type { RecalculationPreview } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { ReleaseTimeFields } from '../forms/ReleaseTimeFields';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { readersZone, tomorrowAtNine } from '../words/dates';
import { useT, useWords } from '../words/useWords';
import {
  modes,
  previewOf,
  roundings,
  startForm,
  type RecalculationForm,
} from './recalculationForm';
import styles from './Prices.module.css';
import { toldIn } from '../words/told';

type Asked = NonNullable<ReturnType<typeof previewOf>>;

interface FieldsProps {
  form: RecalculationForm;
  change: (part: Partial<RecalculationForm>) => void;
}

const ANY = 'any';

const CHARGES = ['recurring', 'one-off', 'usage'] as const;

const Which = ({ form, change }: FieldsProps) => {
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
        />
      </div>
    </Panel>
  );
};

const HowMuch = ({ form, change }: FieldsProps) => {
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
            />
          ) : (
            <>
              <TextField
                label={t('prices.from')}
                placeholder="118.2"
                value={form.from}
                onChange={from => change({ from })}
              />
              <TextField
                label={t('prices.to')}
                placeholder="121.9"
                value={form.to}
                onChange={to => change({ to })}
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
            options={roundings.map(id => ({ id, label: id }))}
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
          orientation="horizontal"
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

interface EffectProps {
  preview: RecalculationPreview;
  leftOut: readonly string[];
  onLeaveOut: (ids: string[]) => void;
}

const Effect = ({ preview, leftOut, onLeaveOut }: EffectProps) => {
  const { t, price, margin: marginWords } = useWords();
  const links = useLinks();
  return (
    <Panel
      title={t('prices.effect')}
      note={t('prices.effectNote', { count: preview.offers.length - leftOut.length })}
    >
      <DataTable
        caption={t('prices.effect')}
        rows={preview.offers}
        keyOf={({ offer }) => offer.id}
        columns={[
          {
            label: t('prices.changes'),
            cell: ({ offer }) => (
              <Checkbox
                aria-label={t('prices.changeOne', { title: offer.title })}
                isSelected={!leftOut.includes(offer.id)}
                onChange={isIn =>
                  onLeaveOut(isIn ? leftOut.filter(id => id !== offer.id) : [...leftOut, offer.id])
                }
              />
            ),
          },
          {
            label: t('prices.offer'),
            width: '28%',
            cell: ({ offer }) => <Link href={links.draft(offer.id)}>{offer.title}</Link>,
          },
          { label: t('prices.before'), cell: ({ before }) => price(before) },
          { label: t('prices.after'), cell: ({ after }) => price(after) },
          {
            label: t('prices.margin'),
            cell: ({ margins }) =>
              margins.map(margin => (
                <Text
                  as="p"
                  key={`${margin.currency} ${margin.audience?.join(' ')}`}
                  color={margin.verdict === 'under-floor' ? 'danger' : 'primary'}
                >
                  {marginWords(margin)}
                </Text>
              )),
          },
        ]}
      />
      {preview.leftOut.length > 0 && (
        <DataTable
          caption={t('prices.staysCaption')}
          rows={preview.leftOut}
          keyOf={({ id }) => id}
          columns={[
            { label: t('prices.stays'), width: '40%', cell: ({ title }) => title },
            { label: t('prices.why'), cell: ({ reason }) => toldIn(t, reason) },
          ]}
        />
      )}
    </Panel>
  );
};

const PlanDialog = ({
  asked,
  leaveOut,
  onClose,
}: {
  asked: Asked;
  leaveOut: readonly string[];
  onClose: () => void;
}) => {
  const t = useT();
  const navigate = useNavigate();
  const links = useLinks();
  const zone = readersZone();
  const [title, setTitle] = useState('');
  const [release, setRelease] = useState({ local: tomorrowAtNine(new Date(), zone), zone });
  const { run, isPending, error } = useIntent('planRecalculation', {
    done: made => t('prices.made', { title: made.title }),
    onDone: ({ id }) => navigate(links.plan(id)),
  });
  return (
    <ActionDialog
      title={t('prices.planTitle')}
      confirm={t('prices.planConfirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          body: {
            ...asked,
            leaveOut: [...leaveOut],
            release,
            ...(title.trim() ? { title: title.trim() } : {}),
          },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('prices.planNote')}</Text>
      <TextField label={t('when.planTitle')} maxLength={120} value={title} onChange={setTitle} />
      <ReleaseTimeFields value={release} onChange={setRelease} />
    </ActionDialog>
  );
};

const Recalculation = () => {
  const t = useT();
  const [form, setForm] = useState(startForm);
  const [asked, setAsked] = useState<Asked>();
  const [leftOut, setLeftOut] = useState<string[]>([]);
  const [isPlanning, setPlanning] = useState(false);
  const wanted = previewOf(form);
  const isCurrent = JSON.stringify(wanted) === JSON.stringify(asked);
  const { data, error, isFetching, refetch } = useCall(
    'previewRecalculation',
    { body: asked ?? { selection: {}, recalculation: {} } },
    { enabled: asked !== undefined },
  );
  const change = (part: Partial<RecalculationForm>) => setForm(before => ({ ...before, ...part }));
  const changed = data ? data.offers.length - leftOut.length : 0;
  return (
    <Page
      title={t('prices.title')}
      lede={t('prices.lede')}
      actions={
        data &&
        isCurrent &&
        changed > 0 && (
          <Button variant="primary" onPress={() => setPlanning(true)}>
            {t('prices.plan')}
          </Button>
        )
      }
    >
      <Flex direction="column" gap="5">
        <Which form={form} change={change} />
        <HowMuch form={form} change={change} />
        <div>
          <Button
            variant="secondary"
            isDisabled={!wanted}
            isPending={isFetching}
            onPress={() => {
              setLeftOut([]);
              setAsked(wanted);
            }}
          >
            {t('prices.show')}
          </Button>
        </div>
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {asked && !data && !error && <Loading what={t('prices.effect')} rows={3} height={48} />}
        {data?.offers.length === 0 && (
          <Empty
            title={t('prices.none')}
            description={
              data.leftOut.map(({ title, reason }) => `${title}: ${toldIn(t, reason)}`).join(' ') ||
              t('prices.noneWhy')
            }
          />
        )}
        {data && data.offers.length > 0 && (
          <Effect preview={data} leftOut={leftOut} onLeaveOut={setLeftOut} />
        )}
      </Flex>
      {isPlanning && asked && (
        <PlanDialog asked={asked} leaveOut={leftOut} onClose={() => setPlanning(false)} />
      )}
    </Page>
  );
};

/** Changes the prices of many offers by one plan, with a preview. */
export default function RecalculationPage() {
  const t = useT();
  return (
    <StaffOnly title={t('prices.title')} allows={({ may }) => may('managePlan')}>
      <SectionNav of="manage" label={t('shell.manage')} />
      <Recalculation />
    </StaffOnly>
  );
}
