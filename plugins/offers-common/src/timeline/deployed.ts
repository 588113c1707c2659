import { NeededRelease } from '../content/product';
import { deployedAt } from '../releases/productRelease';
import { ReleaseHistory, TimedVersion } from './timeline';

/** The releases that a version needs and that are not deployed at an instant. @public */
export function undeployed(
  version: Pick<TimedVersion, 'releases'>,
  histories: readonly ReleaseHistory[],
  at: string,
): NeededRelease[] {
  return version.releases.filter(needed => {
    const found = histories.find(
      ({ product, version: number }) => product === needed.product && number === needed.version,
    );
    return !found || !deployedAt(found.history, at);
  });
}

/**
 * When a version can first take over: at its valid-from, or at the first instant after it at which all that
 * it needs is deployed. Until then the version before it goes on serving.
 *
 * @returns undefined while that instant is not known
 * @public
 */
export function takesOverAt(
  version: TimedVersion,
  histories: readonly ReleaseHistory[],
): string | undefined {
  const instants = histories.flatMap(({ history }) => history.map(({ at }) => at));
  return [version.validFrom, ...instants.filter(at => at > version.validFrom)]
    .sort()
    .find(at => undeployed(version, histories, at).length === 0);
}
