import { BundleDesigner } from '../design/BundleDesigner';
import { FoldedSection } from '../FoldedSection';

/** The members of a bundle; an offer without members is none. */
export const BundleSection = ({ isBundle }: { isBundle: boolean }) => (
  <FoldedSection
    title="Bundle"
    note="Several offers ordered as one. An offer without members is not a bundle."
    field="content.bundle"
    isFilled={isBundle}
  >
    <BundleDesigner />
  </FoldedSection>
);
