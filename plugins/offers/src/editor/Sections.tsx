import styles from './DraftEditor.module.css';
import type { LoadedDraft } from './loadedDraft';
import { AudienceSection } from './sections/AudienceSection';
import { InformationSection } from './sections/InformationSection';
import { KnowledgeSection } from './sections/KnowledgeSection';
import { OptionsSection } from './sections/OptionsSection';
import { PlansSection } from './sections/PlansSection';
import { PricingSection } from './sections/PricingSection';
import { ProductSection } from './sections/ProductSection';
import { TermsSection } from './sections/TermsSection';
import { ValiditySection } from './sections/ValiditySection';

/** Everything that a draft says, section by section. */
export const Sections = ({ loaded, isReadOnly }: { loaded: LoadedDraft; isReadOnly: boolean }) => (
  <fieldset className={styles.sections} disabled={isReadOnly} aria-label="Draft">
    <InformationSection />
    <ProductSection />
    <AudienceSection />
    <PricingSection />
    <TermsSection />
    <OptionsSection options={loaded.content.options} />
    <PlansSection />
    <KnowledgeSection />
    <ValiditySection zone={loaded.zone} />
  </fieldset>
);
