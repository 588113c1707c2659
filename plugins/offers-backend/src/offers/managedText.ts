import { Content } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { SearchText, TextColumns, textColumns } from '../database/fullText';
import { AS_MANAGED, insertTexts, knownTexts, putText, textKey, textOf } from '../search/texts';
import { selectVersions } from './versionStore';

/** An offer, as far as managers find it. */
interface Managed {
  id: string;
  name: string;
  owner: string | undefined;
}

/** Lets managers find an offer by what it says now. */
export async function storeManagedText(
  tx: Connection,
  offer: Managed,
  content: Content,
  known: string | undefined,
): Promise<void> {
  await putText(tx, { offerId: offer.id, number: AS_MANAGED }, managedText(offer, content), known);
}

/** Lets managers find new offers. */
export async function insertManagedTexts(
  tx: Connection,
  offers: readonly { offer: Managed; content: Content; text?: TextColumns }[],
): Promise<void> {
  await insertTexts(
    tx,
    offers.map(({ offer, content, text }) => ({
      offerId: offer.id,
      number: AS_MANAGED,
      text: text ?? textColumns(tx, managedText(offer, content)),
    })),
  );
}

/** What managers find an offer by. */
export function managedText(
  { name, owner }: Pick<Managed, 'name' | 'owner'>,
  content: Content,
): SearchText {
  const { category } = content.information;
  const keys = [
    textKey.manager,
    ...(owner ? [textKey.managedOwner(owner)] : []),
    ...(category ? [textKey.managedCategory(category)] : []),
  ];
  return textOf(name, content, keys);
}

/** Does so for an offer that was stored before, by its latest version. */
export async function restoreManagedText(tx: Connection, offer: Managed): Promise<void> {
  const latest = (await selectVersions(tx, [offer.id])).at(-1);
  const known = (await knownTexts(tx, offer.id)).get(AS_MANAGED);
  if (latest) await storeManagedText(tx, offer, latest.content, known);
}
