import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the rules are. */
export const COMMON = join(__dirname, '../../../offers-common/src');

/** Where the server is. */
export const BACKEND = join(__dirname, '../../../offers-backend/src');

/** The rules whose sentences the editor and the pages show; a file that joins them says so here. */
export const RULES = [
  'bundle/graph.ts',
  'gates/bundleCriteria.ts',
  'gates/defineExit.ts',
  'gates/implementExit.ts',
  'gates/pricingCriteria.ts',
  'gates/publishEntry.ts',
  'gates/scenarioCriteria.ts',
  'instant.ts',
  'money.ts',
  'plainRemedy.ts',
  'refs.ts',
  'announcements/byHand.ts',
  'approval/delegation.ts',
  'demand/demandStates.ts',
  'gates/waivers.ts',
  'plan/terminations.ts',
  'pricing/recalculate.ts',
  'pricing/resolve.ts',
  'pricing/usage.ts',
  'references/referenceCriteria.ts',
  'releases/productRelease.ts',
  'structure/changes.ts',
  'structure/viewFilter.ts',
  'structure/words.ts',
  'timeline/acts.ts',
  'timeline/ringRules.ts',
  ...readdirSync(join(COMMON, 'content'))
    .filter(name => !name.endsWith('.test.ts') && name !== 'upgrade.ts')
    .map(name => `content/${name}`),
];

/** What the server says beyond the code of a refusal, or of a message that it did not send. */
export const SERVER = [
  'announcements/announceOffer.ts',
  'announcements/correct.ts',
  'announcements/deliveries.ts',
  'announcements/digests.ts',
  'announcements/drawing.ts',
  'announcements/planned.ts',
  'announcements/retry.ts',
  'announcements/untold.ts',
  'announcements/watches.ts',
  'delegations/manage.ts',
  'demand/change.ts',
  'demand/merge.ts',
  'demand/planning.ts',
  'demand/raise.ts',
  'offers/nextVersion.ts',
  'offers/offers.ts',
  'offers/putDraft.ts',
  'offers/waivers.ts',
  'plans/comments.ts',
  'plans/decide.ts',
  'plans/draftChanged.ts',
  'plans/expire.ts',
  'plans/implement.ts',
  'plans/movers.ts',
  'plans/planned.ts',
  'plans/state.ts',
  'plans/submit.ts',
  'pricing/recalculating.ts',
  'publishing/previewAct.ts',
  'publishing/rollBack.ts',
  'publishing/suspend.ts',
  'sources/importRow.ts',
  'structure/moved.ts',
];
