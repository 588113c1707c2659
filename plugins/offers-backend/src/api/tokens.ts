import { BackstageCredentials } from '@backstage/backend-plugin-api';

const tokens = new WeakMap<BackstageCredentials, string>();

/** Says which token credentials were read from. */
export function cameWith(credentials: BackstageCredentials, token: string): void {
  tokens.set(credentials, token);
}

/** The exact token that was sent, by which answers of other services are remembered for a moment. */
export function tokenOf(credentials: BackstageCredentials): string | undefined {
  return tokens.get(credentials);
}
