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
import { marginWords, type RecalculationPreview } from '@offerdesk/backstage-plugin-offers-common';
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
import { priceInWords } from '../words/price';
import {
  modes,
  previewOf,
  roundings,
  startForm,
  type RecalculationForm,
} from './recalculationForm';
import styles from './Prices.module.css';

type Asked = NonNullable<ReturnType<typeof previewOf>>;

interface FieldsProps {
  form: RecalculationForm;
  change: (part: Partial<RecalculationForm>) => void;
}

const ANY = 'any';

const Which = ({ form, change }: FieldsProps) => {
  const categories = useCall('categories', {}).data?.items ?? [];
  return (
    <Panel title="Which offers" note="Those of a category, of an owner, or of both.">
      <div className={styles.fields}>
        <Select
          label="Category"
          value={form.category || ANY}
          onChange={key => change({ category: key === ANY ? '' : String(key) })}
          options={[
            { id: ANY, label: 'Any category' },
            ...categories.map(({ id, title }) => ({ id, label: title })),
          ]}
        />
        <EntityBox
          label="Owner"
          kinds={['group']}
          value={form.owner}
          onChange={owner => change({ owner })}
        />
      </div>
    </Panel>
  );
};

const HowMuch = ({ form, change }: FieldsProps) => (
  <Panel title="By how much">
    <Flex direction="column" gap="4">
      <div className={styles.fields}>
        <Select
          label="Prices change"
          value={form.by}
          onChange={key => change({ by: key === 'index' ? 'index' : 'percent' })}
          options={[
            { id: 'percent', label: 'By a percentage' },
            { id: 'index', label: 'With an index' },
          ]}
        />
        {form.by === 'percent' ? (
          <TextField
            label="Per cent"
            placeholder="3.5, or -10"
            value={form.percent}
            onChange={percent => change({ percent })}
          />
        ) : (
          <>
            <TextField
              label="Index before"
              placeholder="118.2"
              value={form.from}
              onChange={from => change({ from })}
            />
            <TextField
              label="Index now"
              placeholder="121.9"
              value={form.to}
              onChange={to => change({ to })}
            />
          </>
        )}
        <Select
          label="Rounded to"
          value={form.roundTo}
          onChange={key => {
            const roundTo = roundings.find(each => each === key);
            if (roundTo) change({ roundTo });
          }}
          options={roundings.map(id => ({ id, label: id }))}
        />
        <Select
          label="Rounded"
          value={form.mode}
          onChange={key => {
            if (key === 'up' || key === 'down' || key === 'half-up' || key === 'half-even') {
              change({ mode: key });
            }
          }}
          options={Object.entries(modes).map(([id, label]) => ({ id, label }))}
        />
      </div>
      <CheckboxGroup
        label="Only these charges"
        description="None chosen: all of them."
        orientation="horizontal"
        value={form.kinds}
        onChange={keys =>
          change({
            kinds: (['recurring', 'one-off', 'usage'] as const).filter(kind => keys.includes(kind)),
          })
        }
      >
        <Checkbox value="recurring">Recurring</Checkbox>
        <Checkbox value="one-off">Once</Checkbox>
        <Checkbox value="usage">For each unit used</Checkbox>
      </CheckboxGroup>
    </Flex>
  </Panel>
);

interface EffectProps {
  preview: RecalculationPreview;
  leftOut: readonly string[];
  onLeaveOut: (ids: string[]) => void;
}

const Effect = ({ preview, leftOut, onLeaveOut }: EffectProps) => {
  const links = useLinks();
  return (
    <Panel
      title="What would change"
      note={`${preview.offers.length - leftOut.length} offers get new prices.`}
    >
      <DataTable
        caption="What would change"
        rows={preview.offers}
        keyOf={({ offer }) => offer.id}
        columns={[
          {
            label: 'Changes',
            cell: ({ offer }) => (
              <Checkbox
                aria-label={`Change the prices of ${offer.title}`}
                isSelected={!leftOut.includes(offer.id)}
                onChange={isIn =>
                  onLeaveOut(isIn ? leftOut.filter(id => id !== offer.id) : [...leftOut, offer.id])
                }
              />
            ),
          },
          {
            label: 'Offer',
            width: '28%',
            cell: ({ offer }) => <Link href={links.draft(offer.id)}>{offer.title}</Link>,
          },
          { label: 'Before', cell: ({ before }) => priceInWords(before) },
          { label: 'After', cell: ({ after }) => priceInWords(after) },
          {
            label: 'Margin',
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
          caption="What stays as it is"
          rows={preview.leftOut}
          keyOf={({ id }) => id}
          columns={[
            { label: 'Stays as it is', width: '40%', cell: ({ title }) => title },
            { label: 'Why', cell: ({ reason }) => reason },
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
  const navigate = useNavigate();
  const links = useLinks();
  const zone = readersZone();
  const [title, setTitle] = useState('');
  const [release, setRelease] = useState({ local: tomorrowAtNine(new Date(), zone), zone });
  const { run, isPending, error } = useIntent('planRecalculation', {
    done: plan => `Made: ${plan.title}. Look at its impact, then submit it.`,
    onDone: ({ id }) => navigate(links.plan(id)),
  });
  return (
    <ActionDialog
      title="Make a plan of it"
      confirm="Make the plan"
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
      <Text as="p">
        Each offer gets a next version with its new prices, all in one plan. Nothing changes for
        anybody before the plan is approved and released.
      </Text>
      <TextField label="Title of the plan" maxLength={120} value={title} onChange={setTitle} />
      <ReleaseTimeFields value={release} onChange={setRelease} />
    </ActionDialog>
  );
};

const Recalculation = () => {
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
      title="Change prices"
      lede="The prices of many offers at once, looked at before anything is made of it."
      actions={
        data &&
        isCurrent &&
        changed > 0 && (
          <Button variant="primary" onPress={() => setPlanning(true)}>
            Make a plan of it…
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
            Show what would change
          </Button>
        </div>
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {asked && !data && !error && <Loading what="what would change" rows={3} height={48} />}
        {data?.offers.length === 0 && (
          <Empty
            title="No price would change"
            description={
              data.leftOut.map(({ title, reason }) => `${title}: ${reason}`).join(' ') ||
              'No offer with a price is in this selection.'
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
  return (
    <StaffOnly title="Change prices" allows={({ may }) => may('managePlan')}>
      <SectionNav of="manage" label="Manage" />
      <Recalculation />
    </StaffOnly>
  );
}
