import { useCallback } from 'react';
import { useHref } from 'react-router-dom';
import { useToast } from '../parts/useToast';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';

/** Gives the function that copies the link to a search of the catalogue, for somebody else. */
export function useShare(): (search: string) => Promise<void> {
  const t = useT();
  const toast = useToast();
  const catalogue = useHref(useLinks().catalogue);
  return useCallback(
    async search => {
      const { href } = new URL(`${catalogue}${search ? `?${search}` : ''}`, window.location.href);
      try {
        await navigator.clipboard.writeText(href);
        toast(t('saved.copied'));
      } catch {
        // Browsers give no clipboard to pages without https, and readers may refuse it.
        toast(t('saved.notCopied'), 'refused');
      }
    },
    [catalogue, t, toast],
  );
}
