import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { useMutation } from '@tanstack/react-query';
import { offersApiRef, type OffersApi } from '../data/offersApi';
import { saveAs } from '../data/saveAs';
import { Problem } from '../parts/Problem';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';
import type { AuditFilter } from './useAuditFilters';

/** Every entry that the filter lets through, a line each, as it was hashed. */
async function linesOf(api: OffersApi, filter: AuditFilter): Promise<string[]> {
  const lines: string[] = [];
  const entries = await api.call('exportAudit', { query: filter });
  for await (const entry of entries) lines.push(JSON.stringify(entry));
  return lines;
}

/** Saves the entries that are shown, and all others that the filter lets through, as JSON Lines. */
export const AuditExport = ({ filter }: { filter: AuditFilter }) => {
  const t = useT();
  const api = useApi(offersApiRef);
  const toast = useToast();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => linesOf(api, filter),
    onSuccess: lines => {
      saveAs('offers-audit.jsonl', 'application/x-ndjson', lines.map(line => `${line}\n`).join(''));
      toast(t('audit.exported', { number: String(lines.length) }));
    },
  });
  return (
    <>
      <Button variant="secondary" onPress={() => mutate()} isPending={isPending}>
        {t('audit.export')}
      </Button>
      {error && <Problem error={error} onRetry={() => mutate()} />}
    </>
  );
};
