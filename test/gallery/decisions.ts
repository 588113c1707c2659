import { APPROVALS, typed, World } from '../journeys/slack/World';
import { Gallery } from './Gallery';

/** Cards of plans in every state, what is asked and answered about them, and what their author hears. */
export async function decisions(gallery: Gallery): Promise<void> {
  const { world } = gallery;

  await gallery.scene('a plan that nobody will decide on', async () => {
    await submittedPlan(world, 'Expired database');
  });

  await gallery.scene('waiting, question, answer', async () => {
    await submittedPlan(world, 'Asked database');
    const card = await gallery.inPerson('card-waiting', 'mia', 'Asked database');
    await world.pressSigned('mia', await world.direct('mia'), card, 'Ask');
    await gallery.form('ask-form', 'What do you want to know?');
    await gallery.sends(
      'ask-sent',
      'mia',
      { comment: typed('Why now, and not in June?') },
      'asked',
    );
    const question = await gallery.inPerson('question', 'carla', 'Why now');
    await world.pressSigned('carla', await world.direct('carla'), question, 'Answer');
    await gallery.form('answer-form', 'Your answer');
    await gallery.sends(
      'answer-sent',
      'carla',
      { comment: typed('The team waits for it') },
      'nswered',
    );
    await gallery.inPerson('answer', 'mia', 'The team waits');
    await world.hears('approvals', 'The team waits');
    await gallery.thread('thread', 'Asked database');
  });

  await gallery.scene('rejected with a reason', async () => {
    await submittedPlan(world, 'Rejected database');
    const card = await world.hears('approvals', 'Rejected database');
    await world.pressSigned('mia', APPROVALS, card, 'Reject');
    await gallery.form('reject-form', 'Why do you reject it?');
    await gallery.sends(
      'reject-sent',
      'mia',
      { reason: typed('Too dear for what it is') },
      'Recorded',
    );
    await world.hears('approvals', 'Rejected database', 'Too dear');
    await gallery.channel('card-rejected', 'approvals', 'Rejected database');
    await gallery.inPerson('outcome-rejected', 'carla', 'Rejected database');
    await world.pressSigned('ravi', APPROVALS, card, 'Approve');
    gallery.said('late-press', await world.answered('does not wait for a decision any more'));
    await gallery.thread('thread-rejected', 'Rejected database');
  });

  await gallery.scene('changes asked for', async () => {
    const plan = await submittedPlan(world, 'Changed database');
    const { contentHash } = plan;
    const body = { verdict: 'request-changes', contentHash, reason: 'Name the region' } as const;
    await world.as('mia')('decide', { params: { id: plan.id }, body });
    await world.hears('approvals', 'Changed database', 'Name the region');
    await gallery.channel('card-changes', 'approvals', 'Changed database');
    await gallery.inPerson('outcome-changes', 'carla', 'Changed database');
  });

  await gallery.scene('voided, then cancelled', async () => {
    const plan = await submittedPlan(world, 'Void database');
    await world.approve('ravi', plan);
    await dearer(world, plan.offers[0]?.id ?? '');
    await world.hears('approvals', 'Void database', 'changed the content');
    await gallery.channel('card-voided', 'approvals', 'Void database');
    const { revision } = await world.planOf(plan);
    await world.as('carla')('cancelPlan', {
      params: { id: plan.id },
      revision,
      body: { reason: 'Not this year' },
    });
    await world.hears('approvals', 'Void database', 'Cancelled');
    await gallery.channel('card-cancelled', 'approvals', 'Void database');
    await gallery.inPerson('card-cancelled-in-person', 'mia', 'Void database');
  });

  await gallery.scene('approved, then taken back by a change, then published', async () => {
    const plan = await submittedPlan(world, 'Withdrawn database');
    await world.approve('ravi', plan);
    await world.approve('mia', plan);
    await world.hears('approvals', 'Withdrawn database', '2 of 2');
    await gallery.channel('card-approved', 'approvals', 'Withdrawn database');
    await gallery.inPerson('outcome-approved', 'carla', 'Withdrawn database');
    await dearer(world, plan.offers[0]?.id ?? '');
    await world.hears('approvals', 'Withdrawn database', 'changed the content');
    await gallery.channel('card-withdrawn', 'approvals', 'Withdrawn database');
    await gallery.inPerson('outcome-withdrawn', 'carla', 'Withdrawn database');
  });

  await gallery.scene('whom a card does not wait for any more', async () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const delegation = await world.as('mia')('createDelegation', {
      body: { delegate: 'user:default/ada', from: at(0), until: at(600_000), reason: 'A holiday' },
    });
    await submittedPlan(world, 'Delegated database');
    await gallery.inPerson('card-delegate', 'ada', 'Delegated database');
    await world.as('mia')('revokeDelegation', { params: { id: delegation.id } });
    await gallery.inPerson('card-taken-from-delegate', 'ada', 'does not wait for you');
  });

  await gallery.scene('what nobody decided on in time', async () => {
    await world.hears('approvals', 'Expired database', 'nobody decided in time');
    await gallery.channel('card-expired', 'approvals', 'Expired database');
  });
}

async function submittedPlan(world: World, title: string) {
  const { id } = await world.draft(title);
  return world.submit(await world.plan('new', [id]));
}

async function dearer(world: World, id: string): Promise<void> {
  const { revision, draft } = await world.as('carla')('getOffer', { params: { id } });
  if (!draft) throw new Error('There is no draft');
  const { content } = draft;
  const priceLists = content.pricing.priceLists.map(list => ({
    ...list,
    charges: list.charges.map(charge =>
      charge.kind === 'recurring' ? { ...charge, amount: '150' } : charge,
    ),
  }));
  await world.as('carla')('putDraft', {
    params: { id },
    revision,
    body: {
      owner: 'group:default/platform-team',
      content: { ...content, pricing: { ...content.pricing, priceLists } },
    },
  });
}
