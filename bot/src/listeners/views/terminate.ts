import {
  instantOf,
  subscriptionMoveSchema,
  SubscriptionMove,
} from '@offerdesk/backstage-plugin-offers-common';
import { PersonOffers } from '../../backend/offers';
import { actionIds } from '../../views/actionIds';
import { actions, button } from '../../views/blocks';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { terminateModal, terminateView as id } from '../../views/terminateModal';
import { inline } from '../../views/text';
import { FormMetadata, formMetadataSchema, readValue } from '../../views/values';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { BotServices } from '../services';
import { BlocksOfFields, fieldErrors } from './fieldErrors';
import { chosenOf, dateOf, sealOf, timeOf, wordsOf } from './formValues';
import { answerModal, ModalSent } from './slow';

const TITLE = 'End an offer';

/** What was filled in. */
interface Filled {
  ends: string;
  notice: string | undefined;
  release: string;
  replacedBy: string | undefined;
  noReplacement: string;
  subscriptions: SubscriptionMove;
  reason: string;
  zone: string;
}

/** Which field asks for what the portal calls by these names, where it shows what the end does and where it plans it. */
const BLOCKS: BlocksOfFields = {
  endsAt: id.ends,
  noticeAt: id.notice,
  release: id.release,
  'terminations.0.ends': id.ends,
  'terminations.0.notice': id.notice,
  'terminations.0.replacedBy': id.replacement,
  'terminations.0.noReplacement': id.none,
  'terminations.0.subscriptions': id.subscriptions,
  'terminations.0.subscriptions.at': id.moves,
  'terminations.0.reason': id.reason,
};

/** The end of an offer was filled in: shows what it does; sent again unchanged, makes the plan. */
export function sentTermination(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const metadata = readValue(formMetadataSchema, view.private_metadata);
    if (!metadata) return ack({ response_action: 'clear' });
    const asker = askerOfAction(body);
    const filled = filledIn(view, services.zoneOf(asker) ?? 'UTC');
    if ('errors' in filled) return ack({ response_action: 'errors', errors: filled.errors });
    const mine = services.offers.for(asker);
    const seal = sealOf(filled);
    const isShown = metadata.s === seal;
    const key = idempotencyKey(['terminate', asker.teamId, asker.slackUserId, view.id, seal]);
    const work = () =>
      isShown ? planned(mine, metadata, filled, key) : shown(mine, metadata, filled, seal);
    const failed = (error: unknown, reference: string) =>
      terminateModal({ metadata, problem: refusalWords(error, reference) });
    const faults = (error: unknown) => fieldErrors(error, BLOCKS, view);
    const what = isShown ? 'terminate' : 'terminate-preview';
    const fields = { offer: metadata.o };
    const working = workingView(TITLE);
    return answerModal(
      services,
      { ack, view, client, context },
      { what, asker, fields, work, failed, faults, working },
    );
  };
}

async function shown(mine: PersonOffers, metadata: FormMetadata, filled: Filled, seal: string) {
  const { ends, notice, release, zone } = filled;
  const at = (local: string) => instantIn(local, zone);
  const noticeAt = notice && at(notice);
  const preview = await mine.call('previewAct', {
    params: { id: metadata.o },
    query: {
      act: 'terminate',
      endsAt: at(ends),
      releaseAt: at(release),
      zone,
      ...(noticeAt ? { noticeAt } : {}),
    },
  });
  return terminateModal({ metadata: { ...metadata, s: seal }, preview });
}

async function planned(
  mine: PersonOffers,
  { o: offerId }: FormMetadata,
  filled: Filled,
  key: string,
) {
  const { ends, notice, release, replacedBy, noReplacement, subscriptions, reason, zone } = filled;
  const plan = await mine.call('createPlan', {
    body: {
      scenario: 'terminate',
      release: { local: release, zone },
      terminations: [
        {
          offerId,
          ends: { local: ends, zone },
          ...(notice ? { notice: { local: notice, zone } } : {}),
          ...(replacedBy ? { replacedBy } : {}),
          ...(noReplacement ? { noReplacement } : {}),
          subscriptions,
          reason,
        },
      ],
    },
    idempotencyKey: key,
  });
  const [ended] = plan.ends;
  const next = ended ? ` Submit it with \`/offer plan ${ended.name}\`, or in the portal.` : '';
  return messageView(
    TITLE,
    `📝 The plan *${inline(plan.title)}* is made, and nothing ends yet.${next}`,
    [actions(button({ action: actionIds.open, text: 'Open the plan', url: plan.url }))],
  );
}

function filledIn(
  view: ModalSent['view'],
  zone: string,
): Filled | { errors: Record<string, string> } {
  const replacedBy = chosenOf(view, id.replacement);
  const noReplacement = wordsOf(view, id.none);
  const move = moveIn(view, zone);
  const ends = `${dateOf(view, id.ends) ?? ''}T${timeOf(view, id.endsTime) ?? '00:00'}`;
  const notice = dateOf(view, id.notice);
  const filled = {
    ends,
    notice: notice && `${notice}T09:00`,
    release: `${dateOf(view, id.release) ?? ''}T09:00`,
    replacedBy,
    noReplacement,
    reason: wordsOf(view, id.reason),
    zone,
  };
  const errors = {
    ...(replacedBy || noReplacement
      ? {}
      : { [id.none]: 'Name what replaces it, or say why nothing does.' }),
    ...(move ? {} : { [id.moves]: 'Choose the date on which they move.' }),
    ...(filled.reason ? {} : { [id.reason]: 'Say why it ends.' }),
    ...dateFault(id.ends, filled.ends, zone),
    ...dateFault(id.release, filled.release, zone),
    ...(filled.notice ? dateFault(id.notice, filled.notice, zone) : {}),
  };
  return move && Object.keys(errors).length === 0 ? { ...filled, subscriptions: move } : { errors };
}

function moveIn(view: ModalSent['view'], zone: string): SubscriptionMove | undefined {
  const when = chosenOf(view, id.subscriptions) ?? 'end';
  const date = dateOf(view, id.moves);
  const at = date && instantIn(`${date}T00:00`, zone);
  return subscriptionMoveSchema.safeParse(when === 'on-date' ? { when, at } : { when }).data;
}

function dateFault(block: string, local: string, zone: string): Record<string, string> {
  const instant = instantOf({ local, zone });
  return instant.ok ? {} : { [block]: instant.message };
}

function instantIn(local: string, zone: string): string {
  const instant = instantOf({ local, zone });
  return instant.ok ? instant.instant : '';
}
