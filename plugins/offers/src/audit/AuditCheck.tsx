import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button } from '@backstage/ui';
import type { AuditCheck as Check } from '@offerdesk/backstage-plugin-offers-common';
import { useMutation } from '@tanstack/react-query';
import { offersApiRef } from '../data/offersApi';
import { Problem } from '../parts/Problem';

const found = (check: Check) =>
  check.whole
    ? {
        status: 'success' as const,
        title: `The log is whole: ${check.entries} entries.`,
        description: `Its last entry is number ${check.head.seq}, with the hash ${check.head.hash}. Note both elsewhere from time to time.`,
      }
    : {
        status: 'danger' as const,
        title: `The log was touched at entry ${check.firstTouched ?? check.entries + 1}.`,
        description: `${check.entries} entries before it are whole. Compare it with a backup or an export.`,
      };

/** Checks whether the log is whole (rule 12): on demand, since it reads every entry. */
export const AuditCheck = () => {
  const api = useApi(offersApiRef);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => api.call('checkAudit', {}),
  });
  return (
    <>
      <Button variant="secondary" onPress={() => mutate()} isPending={isPending}>
        Check the log
      </Button>
      {error && <Problem error={error} onRetry={() => mutate()} />}
      {data && <Alert role="status" icon {...found(data)} />}
    </>
  );
};
