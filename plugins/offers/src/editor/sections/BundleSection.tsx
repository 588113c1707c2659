import { BundleDesigner } from '../design/BundleDesigner';
import { FoldedSection } from '../FoldedSection';
import { useT } from '../../words/useWords';

/** The members of a bundle; an offer without members is none. */
export const BundleSection = ({ isBundle }: { isBundle: boolean }) => {
  const t = useT();
  return (
    <FoldedSection
      title={t('members.title')}
      note={t('members.note')}
      field="content.bundle"
      isFilled={isBundle}
    >
      <BundleDesigner />
    </FoldedSection>
  );
};
