/**
 * What the backend itself writes rows with. Nobody may reach into the package but the seed: what it writes has
 * to be what the backend would write, also after the next migration.
 */
/* eslint-disable @backstage/no-relative-monorepo-imports */
export { putAnnouncement } from '../../../plugins/offers-backend/src/announcements/announcementStore';
export { insertDeliveries } from '../../../plugins/offers-backend/src/announcements/store';
export { replaceListing } from '../../../plugins/offers-backend/src/catalogue/listing';
export { replaceHealth } from '../../../plugins/offers-backend/src/offers/healthStore';
export { insertOffers, type StoredOffer } from '../../../plugins/offers-backend/src/offers/store';
export {
  insertVersion,
  type StoredVersion,
} from '../../../plugins/offers-backend/src/offers/versionStore';
export { whereMade } from '../../../plugins/offers-backend/src/structure/moves';
export { replaceComputed } from '../../../plugins/offers-backend/src/timeline/store';
export { replaceTurns } from '../../../plugins/offers-backend/src/timeline/turnStore';
