import { OffersProblem, problemTable } from '@offerdesk/backstage-plugin-offers-common';
import { OFFER_ID } from '../../__testUtils__/builders';
import { refused } from '../../__testUtils__/fakeServices';
import { composed, reach, send, Values } from '../../__testUtils__/sentForms';
import { NoAnswer } from '../../backend/noAnswer';
import { composeView } from '../../views/composeModal';
import { sentCompose } from './compose';

describe('The form of an announcement', () => {
  const invalid = (...fields: [field: string, remedy: string][]) => {
    const [status, words] = problemTable['invalid-input'];
    const named = fields.map(([field, remedy]) => ({ field, remedy }));
    return new OffersProblem(status, 'invalid-input', words, named);
  };

  /** The form was shown just so, and is sent; the portal refuses. */
  const refusedBy = async (error: Error, values = composed('x')) => {
    const shown = await send(sentCompose, { o: OFFER_ID }, values, {
      announcementReach: () => reach,
    });
    const metadata = JSON.parse(shown.view.private_metadata ?? '');
    return send(sentCompose, metadata, values, {
      announceOffer: () => {
        throw error;
      },
    });
  };

  const inOneChannel: Values = {
    ...composed('x'),
    [composeView.channels]: {
      channels: {
        type: 'multi_static_select',
        selected_options: [{ value: 'C0OFFERS1', text: { text: '#platform-offers' } }],
      },
    },
    [composeView.at]: { at: { type: 'datetimepicker' } },
  };

  it.each([
    ['text', 'An announcement has at most 1,000 characters', composeView.text],
    ['channels', 'Leave out C0OFFERS1: the channel holds others', composeView.channels],
    ['channels.0', 'Too long', composeView.channels],
    ['people', 'Choose a channel, or people', composeView.people],
    ['at', 'Leave it out: what is so now is told now', composeView.at],
  ])('names the field of what the portal refuses about %s', async (field, remedy, block) => {
    const { acked } = await refusedBy(invalid([field, remedy]), inOneChannel);
    const said = `${remedy.replace('C0OFFERS1', '#platform-offers')}.`;
    expect(acked).toMatchObject([{ response_action: 'errors', errors: { [block]: said } }]);
  });

  it('names the field of its time where that has passed', async () => {
    const passed = { at: { type: 'datetimepicker', selected_date_time: 1_700_000_000 } };
    const values = { ...composed('x'), [composeView.at]: passed };
    const { acked, calls } = await send(sentCompose, { o: OFFER_ID }, values, {});
    const errors = { [composeView.at]: expect.stringContaining('has passed') };
    expect(acked).toMatchObject([{ response_action: 'errors', errors }]);
    expect(calls).toEqual([]);
  });

  it('keeps what was typed where another field is refused, or the portal does not answer', async () => {
    for (const error of [invalid(['kind', 'Choose another kind']), new NoAnswer(new Error('x'))]) {
      const { acked, words } = await refusedBy(error);
      expect(acked).toMatchObject([
        { response_action: 'update', view: { callback_id: composeView.callbackId } },
      ]);
      expect(words).toMatch(/⚠️ .*(another kind|does not answer)/);
      expect(words).toContain('Why is it worth a look?');
    }
  });

  it('closes where nothing that is typed could help', async () => {
    const { words } = await refusedBy(refused('not-allowed'));
    expect(words).toContain(`⛔ ${refused('not-allowed').message}`);
    expect(words).not.toContain('Why is it worth a look?');
  });
});
