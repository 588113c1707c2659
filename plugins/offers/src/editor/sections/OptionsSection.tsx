import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { OptionDesigner } from '../design/OptionDesigner';
import { FoldedSection } from '../FoldedSection';
import { useT } from '../../words/useWords';

/** Whether anything is asked, set, switched or priced. */
function isFilled({ schema, fixed, toggles, effects }: Options): boolean {
  const asked = Object.keys(schema.properties ?? {}).length + Object.keys(fixed).length;
  return asked + toggles.length + effects.length > 0;
}

/** What the consumer chooses, what is set for them, and what it does to the price. */
export const OptionsSection = ({ options }: { options: Options }) => {
  const t = useT();
  return (
    <FoldedSection
      title={t('options.title')}
      note={t('options.note')}
      field="content.options"
      isFilled={isFilled(options)}
    >
      <OptionDesigner />
    </FoldedSection>
  );
};
