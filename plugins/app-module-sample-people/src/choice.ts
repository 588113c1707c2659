import type { IdentityApi } from '@backstage/frontend-plugin-api';

const KEY = 'offerdesk.samplePerson';

/**
 * The tab's choice. It lives in the session storage, so that two tabs can be two people: that is how one visitor plays the
 * author and the approver side by side.
 */
export const choice = {
  recall: (): string | null => window.sessionStorage.getItem(KEY),
  remember: (ref: string): void => window.sessionStorage.setItem(KEY, ref),
  forget: (): void => window.sessionStorage.removeItem(KEY),
};

/** The same identity, whose sign-out also ends the tab's choice; without this the page would sign in again at once. */
export function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    signOut: async () => {
      choice.forget();
      await identity.signOut();
    },
  };
}
