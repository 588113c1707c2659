import { OfferAct } from '@offerdesk/backstage-plugin-offers-common';
import { actPreview } from '../../views/actPreview';
import { onManaged, Typed } from './onManaged';

/** `/offer suspend <name>`: what a stop would do, and the two ways to stop. */
export const suspendCommand = onManaged('suspend', async ({ mine, offer }) => {
  const params = { id: offer.id };
  const preview = await mine.call('previewAct', { params, query: { act: 'suspend' } });
  return actPreview(preview, ['suspend', 'emergency']);
});

/** `/offer resume <name>`: what it would do, and whether to. */
export const resumeCommand = onManaged('resume', async ({ mine, offer }) => {
  const params = { id: offer.id };
  const preview = await mine.call('previewAct', { params, query: { act: 'resume' } });
  return actPreview(preview, ['resume']);
});

const rollBack: OfferAct = 'roll-back';

/** `/offer roll-back <name> [version]`: which version would come back, for whom, and whether to. */
export const rollBackCommand = onManaged(
  'roll-back',
  async ({ mine, offer, rest }) => {
    const query = { act: rollBack, ...(rest ? { version: Number(rest) } : {}) };
    const preview = await mine.call('previewAct', { params: { id: offer.id }, query });
    return actPreview(preview, [rollBack]);
  },
  withVersion,
);

/** The version is the last word when it is a number: `postgres 3`. */
function withVersion(typed: string): Typed {
  const [, name = typed, rest = ''] = /^(.*\S)\s+v?(\d{1,6})$/i.exec(typed) ?? [];
  return { name, rest };
}
