import { VisuallyHidden } from '@backstage/ui';
import { useT } from '../words/useWords';
import { useLiveCriteria } from './liveCriteria';
import styles from './SectionList.module.css';
import { missingIn, SECTIONS, type SectionId } from './sections/sectionList';

/** Where a section stands on the page. */
export const anchorOf = (id: SectionId) => `section-${id}`;

function goTo(id: SectionId): void {
  const section = document.getElementById(anchorOf(id));
  section?.scrollIntoView?.({ block: 'start' });
  section?.focus({ preventScroll: true });
}

/** The sections of the editor and how many things each misses; each leads to itself. */
export const SectionList = () => {
  const t = useT();
  const missing = missingIn(useLiveCriteria() ?? []);
  return (
    <nav className={styles.nav} aria-label={t('editor.sections')}>
      <ul className={styles.list}>
        {SECTIONS.map(({ id, title }) => {
          const count = missing.get(id);
          return (
            <li key={id}>
              <button type="button" className={styles.link} onClick={() => goTo(id)}>
                <span>{t(title)}</span>
                {count !== undefined && (
                  <>
                    <span className={styles.count} aria-hidden="true">
                      {count}
                    </span>
                    <VisuallyHidden>
                      {t('editor.sectionMisses', { missing: String(count) })}
                    </VisuallyHidden>
                  </>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
