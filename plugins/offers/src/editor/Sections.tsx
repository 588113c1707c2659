import styles from './DraftEditor.module.css';
import type { LoadedDraft } from './loadedDraft';
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
import { SuccessionSection } from './sections/SuccessionSection';
import { TermsSection } from './sections/TermsSection';
import { ValiditySection } from './sections/ValiditySection';
import { useT } from '../words/useWords';

const isWatched = ({ content: { monitoring } }: LoadedDraft) =>
  monitoring.links.length + monitoring.entities.length > 0;

const isSucceeding = ({ content: { succession } }: LoadedDraft) =>
  succession.replaces.length > 0 || Boolean(succession.replacedBy ?? succession.subscriptions);

/** Everything that a draft says, section by section. */
export const Sections = ({ loaded, isReadOnly }: { loaded: LoadedDraft; isReadOnly: boolean }) => {
  const t = useT();
  return (
    <fieldset className={styles.sections} disabled={isReadOnly} aria-label={t('editor.draft')}>
      <InformationSection />
      <ProductSection />
      <AudienceSection />
      <RingsSection isFilled={loaded.content.access.rings.length > 0} />
      <PricingSection />
      <TermsSection />
      <OptionsSection options={loaded.content.options} />
      <BundleSection isBundle={loaded.content.bundle !== undefined} />
      <PlansSection />
      <KnowledgeSection />
      <MonitoringSection isFilled={isWatched(loaded)} />
      <SuccessionSection isFilled={isSucceeding(loaded)} />
      <ValiditySection zone={loaded.zone} />
    </fieldset>
  );
};
