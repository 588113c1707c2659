import { OFFER_ID } from '../__testUtils__/builders';
import { composeModal } from './composeModal';

const hearing = { channel: 'C0OFFERS1', mayHear: true };
const deaf = { channel: 'C0GENERAL1', mayHear: false, reason: 'the channel holds others' };

const shown = (channels: (typeof hearing | typeof deaf)[], people: number) =>
  JSON.stringify(
    composeModal(
      {
        offerId: OFFER_ID,
        kind: 'promotion',
        name: 'postgres-production',
        title: 'PostgreSQL for production',
        possible: true,
        channels,
        people,
        changes: [],
      },
      { metadata: { o: OFFER_ID, k: 'promotion' } },
    ),
  );

describe('The form of an announcement', () => {
  it('asks for people only where some want to hear', () => {
    expect(shown([hearing, deaf], 12)).toContain('"block_id":"people"');
    expect(shown([hearing, deaf], 0)).not.toContain('"block_id":"people"');
  });

  it('asks nothing where nobody would hear, and says why', () => {
    const silent = shown([deaf], 0);
    expect(silent).toContain('Nobody would hear it');
    expect(silent).toContain('the channel holds others');
    expect(silent).not.toContain('"type":"input"');
  });
});
