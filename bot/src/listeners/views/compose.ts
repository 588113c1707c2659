import { AnnouncementReach } from '@offerdesk/backstage-plugin-offers-common';
import { isFinal, PersonOffers } from '../../backend/offers';
import { IdentityRefusal } from '../../identity/refusal';
import { Composed, composeLoading, composeModal, composeView } from '../../views/composeModal';
import { messageView, workingView } from '../../views/messageModal';
import { refusalWords } from '../../views/refusals';
import { ComposeMetadata, composeMetadataSchema, readValue } from '../../views/values';
import { channelNames } from '../../slack/channelNames';
import { askerOfAction } from '../askers';
import { idempotencyKey } from '../decide';
import { BotServices } from '../services';
import { BlocksOfFields, fieldErrors } from './fieldErrors';
import { allChosenOf, instantOfField, sealOf, wordsOf } from './formValues';
import { sentAgain } from './sentAgain';
import { answerModal, ModalSent } from './slow';

const TITLE = 'Announce an offer';
const PASSED = 'This time has passed. Choose a later one, or none to announce it at once.';

/** An announcement was filled in: shows who will see it; sent again unchanged, announces it. */
export function sentCompose(services: BotServices) {
  return async ({ ack, body, view, client, context }: ModalSent): Promise<void> => {
    const metadata = readValue(composeMetadataSchema, view.private_metadata);
    if (!metadata) return ack({ response_action: 'clear' });
    const composed = composedIn(view);
    if (composed.channels.length === 0 && !composed.people) {
      // The form has the fields of those who would hear it.
      const { people, channels } = composeView;
      const field = people in view.state.values ? people : channels;
      const errors = { [field]: 'Choose who shall hear it.' };
      return ack({ response_action: 'errors', errors });
    }
    const asker = askerOfAction(body);
    if (composed.at !== undefined && Date.parse(composed.at) < Date.now()) {
      const errors = { [composeView.at]: PASSED };
      return ack({ response_action: 'errors', errors });
    }
    const mine = services.offers.for(asker);
    const seal = sealOf(composed);
    const key = idempotencyKey(['announce', asker.teamId, asker.slackUserId, view.id, seal]);
    const shownJustSo = metadata.s === seal;
    const work = async () => {
      if (shownJustSo) return announced(services, mine, { metadata, composed, key });
      const { o: id, k: kind } = metadata;
      const reach = await mine.call('announcementReach', { params: { id }, query: { kind } });
      const names = await namesIn(reach, client);
      return composeModal(reach, { composed, metadata: { ...metadata, s: seal }, names });
    };
    const faults = (error: unknown) => faultsOf(error, view);
    const failed = (error: unknown, reference: string) =>
      error instanceof IdentityRefusal || isFinal(error)
        ? messageView(TITLE, `⛔ ${refusalWords(error, reference)}`)
        : sentAgain(view, refusalWords(error, reference));
    const working = shownJustSo ? workingView(TITLE) : composeLoading();
    const what = shownJustSo ? 'announce' : 'announce-preview';
    return answerModal(
      services,
      { ack, view, client, context },
      { what, asker, work, failed, faults, working },
    );
  };
}

/** Which block of the form asks for what the portal calls by these names. */
const BLOCKS: BlocksOfFields = {
  text: composeView.text,
  channels: composeView.channels,
  people: composeView.people,
  at: composeView.at,
};

/** What the portal refuses of single fields; a channel is called there as the form calls it. */
function faultsOf(error: unknown, view: ModalSent['view']): Record<string, string> | undefined {
  const faults = fieldErrors(error, BLOCKS, view);
  const chosen = view.state.values[composeView.channels]?.[composeView.channels]?.selected_options;
  if (!faults) return undefined;
  return Object.fromEntries(
    Object.entries(faults).map(([block, fault]) => [
      block,
      (chosen ?? []).reduce((said, { value, text }) => said.replaceAll(value, text.text), fault),
    ]),
  );
}

function composedIn(view: ModalSent['view']): Composed {
  return {
    text: wordsOf(view, composeView.text),
    channels: allChosenOf(view, composeView.channels),
    people: allChosenOf(view, composeView.people).includes('yes'),
    at: instantOfField(view, composeView.at),
  };
}

async function announced(
  services: Pick<BotServices, 'nudge'>,
  mine: PersonOffers,
  asked: { metadata: ComposeMetadata; composed: Composed; key: string },
) {
  const { metadata, composed, key: idempotencyKeyOfForm } = asked;
  const { text, channels, people, at } = composed;
  try {
    await mine.call('announceOffer', {
      params: { id: metadata.o },
      body: { kind: metadata.k, text, channels: [...channels], people, ...(at ? { at } : {}) },
      idempotencyKey: idempotencyKeyOfForm,
    });
  } finally {
    services.nudge();
  }
  const when = at ? 'It is announced at the time that you chose.' : 'It is being announced.';
  return messageView(TITLE, `📣 ${when} \`/offer announce\` shows what became of it.`);
}

/** Who would hear, as the form shows it before anything is filled in. */
export async function emptyCompose(reach: AnnouncementReach, slack: SlackChannels) {
  const metadata = { o: reach.offerId, k: reach.kind };
  return composeModal(reach, { metadata, names: await namesIn(reach, slack) });
}

type SlackChannels = Parameters<typeof channelNames>[0];

function namesIn({ channels }: AnnouncementReach, slack: SlackChannels) {
  const hearing = channels.filter(({ mayHear }) => mayHear);
  return channelNames(
    slack,
    hearing.map(({ channel }) => channel),
  );
}
