import type { ReactNode } from 'react';
import styles from './DraftEditor.module.css';
import type { LoadedDraft } from './loadedDraft';
import { anchorOf } from './SectionList';
import { AudienceSection } from './sections/AudienceSection';
import { BundleSection } from './sections/BundleSection';
import { InformationSection } from './sections/InformationSection';
import { KnowledgeSection } from './sections/KnowledgeSection';
import { MonitoringSection } from './sections/MonitoringSection';
import { OptionsSection } from './sections/OptionsSection';
import { PlansSection } from './sections/PlansSection';
import { PricingSection } from './sections/PricingSection';
import { ProductSection } from './sections/ProductSection';
import { RingsSection } from './sections/RingsSection';
import { SECTIONS, type SectionId } from './sections/sectionList';
import { SuccessionSection } from './sections/SuccessionSection';
import { TermsSection } from './sections/TermsSection';
import { ValiditySection } from './sections/ValiditySection';
import { useT } from '../words/useWords';

const isWatched = ({ content: { monitoring } }: LoadedDraft) =>
  monitoring.links.length + monitoring.entities.length > 0;

const isSucceeding = ({ content: { succession } }: LoadedDraft) =>
  succession.replaces.length > 0 || Boolean(succession.replacedBy ?? succession.subscriptions);

const Section = ({ id, children }: { id: SectionId; children: ReactNode }) => (
  <div id={anchorOf(id)} className={styles.section} tabIndex={-1}>
    {children}
  </div>
);

/** Everything that a draft says, section by section, in the order of `SECTIONS`. */
export const Sections = ({ loaded, isReadOnly }: { loaded: LoadedDraft; isReadOnly: boolean }) => {
  const t = useT();
  const { access, options, bundle } = loaded.content;
  const drawn: Record<SectionId, ReactNode> = {
    information: <InformationSection catalogue={loaded.catalogue} />,
    product: <ProductSection />,
    audience: <AudienceSection />,
    rings: <RingsSection isFilled={access.rings.length > 0} />,
    pricing: <PricingSection />,
    terms: <TermsSection />,
    options: <OptionsSection options={options} />,
    bundle: <BundleSection isBundle={bundle !== undefined} />,
    plans: <PlansSection />,
    knowledge: <KnowledgeSection />,
    monitoring: <MonitoringSection isFilled={isWatched(loaded)} />,
    succession: <SuccessionSection isFilled={isSucceeding(loaded)} />,
    validity: <ValiditySection zone={loaded.zone} />,
  };
  return (
    <fieldset className={styles.sections} disabled={isReadOnly} aria-label={t('editor.draft')}>
      {SECTIONS.map(({ id }) => (
        <Section key={id} id={id}>
          {drawn[id]}
        </Section>
      ))}
    </fieldset>
  );
};
