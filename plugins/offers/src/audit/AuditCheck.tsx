import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { AuditCheck as Check } from '@offerdesk/backstage-plugin-offers-common';
import { useMutation } from '@tanstack/react-query';
import { offersApiRef } from '../data/offersApi';
import { Problem } from '../parts/Problem';
import { useT, type T } from '../words/useWords';

const found = (check: Check, t: T) =>
  check.whole
    ? {
        status: 'success' as const,
        title: t('audit.whole', { number: String(check.entries) }),
        description: t('audit.wholeNote', { seq: String(check.head.seq), hash: check.head.hash }),
      }
    : {
        status: 'danger' as const,
        title: t('audit.touched', { number: String(check.firstTouched ?? check.entries + 1) }),
        description: t('audit.touchedNote', { number: String(check.entries) }),
      };

/** Checks whether the log is whole (rule 12): on demand, since it reads every entry. */
export const AuditCheck = () => {
  const t = useT();
  const api = useApi(offersApiRef);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => api.call('checkAudit', {}),
  });
  return (
    <>
      <Button variant="secondary" onPress={() => mutate()} isPending={isPending}>
        {t('audit.check')}
      </Button>
      {error && <Problem error={error} onRetry={() => mutate()} />}
      {data && <Alert role="status" icon {...found(data, t)} />}
    </>
  );
};
