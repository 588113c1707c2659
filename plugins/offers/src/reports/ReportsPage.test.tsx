import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { planSummarySchema } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan } from '../__testUtils__/builders';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';

const { given, required, outcome } = aPlan().approval;
const summary = planSummarySchema.strip().parse({
  ...aPlan(),
  approval: { given, required, outcome },
});

describe('reports', () => {
  it('count every page, and say the same in bars, in a table and as CSV', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push(blob);
        return 'blob:x';
      },
      revokeObjectURL: jest.fn(),
    });
    const { calls } = openOffers('/offers/reports', {
      listPlans: ({ query }) =>
        query?.cursor ? { items: [summary] } : { items: [summary], nextCursor: 'abc' },
      listOffers: { items: [] },
    });
    const report = within(await screen.findByRole('region', { name: 'Plans by scenario' }));
    expect(report.getByRole('img', { name: 'Plans by scenario, as bars' })).toBeInTheDocument();
    await userEvent.click(report.getByText('As a table'));
    const table = within(report.getByRole('table', { name: 'Plans by scenario' }));
    expect(table.getByRole('row', { name: 'A new offer 2' })).toBeInTheDocument();
    await userEvent.click(report.getByRole('button', { name: /as CSV/ }));
    expect(saved[0]?.size).toBe(
      'What,Plans\r\nA new offer,2\r\nA change,0\r\nA bundle,0\r\nAn ending,0\r\n'.length,
    );
    expect(callsOf(calls, 'listPlans').map(({ query }) => query?.cursor)).toEqual([
      undefined,
      'abc',
    ]);
  });
});
