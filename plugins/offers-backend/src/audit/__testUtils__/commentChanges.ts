import { aDraft, aSubmittedPlan } from '../../__testUtils__/stories';
import { Change } from './change';

const comment: Change = {
  by: 'mia',
  prepare: async portal => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    return call => call('commentOnPlan', { params: { id }, body: { text: 'Why now?' } });
  },
  leaves: ['plan.comment'],
};

const answer: Change = {
  label: 'in answer to a question',
  by: 'carla',
  prepare: async portal => {
    const { id } = await aSubmittedPlan(portal, await aDraft(portal));
    const asked = await portal.as('mia')('commentOnPlan', {
      params: { id },
      body: { text: 'Why now?' },
    });
    const body = { text: 'It was asked for', answers: asked.id };
    return call => call('commentOnPlan', { params: { id }, body });
  },
  leaves: ['plan.answer'],
};

/** What is said about plans leaves in the log. */
export const commentChanges = { commentOnPlan: [comment, answer] };
