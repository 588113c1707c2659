import { Button, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { fieldsOf } from '../data/problems';
import { useCall } from '../data/useCall';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import { Effect } from './RecalculationEffect';
import { HowMuch, Which } from './RecalculationFields';
import { RecalculationPlanDialog } from './RecalculationPlanDialog';
import { previewOf, startForm, type RecalculationForm } from './recalculationForm';

type Asked = NonNullable<ReturnType<typeof previewOf>>;

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
  const faults = isCurrent ? fieldsOf(t, error) : [];
  const faultOf = (field: string) => faults.find(found => found.field.endsWith(field))?.remedy;
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
        <Which form={form} change={change} faultOf={faultOf} />
        <HowMuch form={form} change={change} faultOf={faultOf} />
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
          {!wanted && (
            <Text as="p" variant="body-small" color="secondary">
              {t('prices.sayFirst')}
            </Text>
          )}
        </div>
        {data && !isCurrent && (
          <Text as="p" color="secondary" role="status">
            {t('prices.stale')}
          </Text>
        )}
        {error && faults.length === 0 && <Problem error={error} onRetry={() => refetch()} />}
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
        <RecalculationPlanDialog
          asked={asked}
          // What cannot be recalculated stays as it is, as the preview says: the plan would be refused for it.
          leaveOut={[...leftOut, ...(data?.leftOut ?? []).map(({ id }) => id)]}
          onClose={() => setPlanning(false)}
        />
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
