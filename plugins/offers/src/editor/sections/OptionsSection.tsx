import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { OptionsTable } from '../../parts/OptionsTable';
import { Panel } from '../../parts/Panel';

/** What the consumer chooses; it comes from the source of the offer and is read here. */
export const OptionsSection = ({ options }: { options: Options }) => (
  <div data-field="content.options">
    <Panel
      title="Options"
      note="They come from where the offer was imported, and are read-only here."
    >
      <OptionsTable options={options} />
    </Panel>
  </div>
);
