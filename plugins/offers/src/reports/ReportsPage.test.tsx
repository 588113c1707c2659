import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { callsOf, openOffers } from '../__testUtils__/renderOffers';
import { someFigures } from './__testUtils__/someFigures';

const catalogues = {
  items: [
    { name: 'default', title: 'Services', description: '' },
    { name: 'cloud', title: 'Cloud', description: '' },
  ],
};

describe('reports', () => {
  it('say the same in a chart, in a table and as CSV', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push(blob);
        return 'blob:x';
      },
      revokeObjectURL: jest.fn(),
    });
    openOffers('/offers/reports', { valueStreamReport: someFigures, catalogues });
    const report = within(await screen.findByRole('region', { name: 'Plans by scenario' }));
    expect(report.getByRole('img', { name: /^Plans by scenario, as a chart/ })).toBeInTheDocument();
    await userEvent.click(report.getByText('As a table'));
    const table = within(report.getByRole('table', { name: 'Plans by scenario' }));
    expect(table.getByRole('row', { name: 'A new offer 1 1' })).toBeInTheDocument();
    await userEvent.click(report.getByRole('button', { name: /as CSV/ }));
    expect(saved[0]?.size).toBe('Scenario,Begun,Released\r\nA new offer,1,1\r\n'.length);
  });

  it('ask for another time and catalogue, and keep them in the address', async () => {
    const { calls } = openOffers('/offers/reports?days=30', {
      valueStreamReport: someFigures,
      catalogues,
    });
    await userEvent.click(await screen.findByRole('button', { name: /Catalogue/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Cloud' }));
    await screen.findByRole('region', { name: 'Lead time by stage' });
    const asked = callsOf(calls, 'valueStreamReport').map(({ query }) => query);
    expect(asked.at(-1)).toMatchObject({ catalogue: 'cloud' });
    const { from, until } = asked.at(-1) ?? {};
    expect(Date.parse(String(until)) - Date.parse(String(from))).toBe(30 * 86_400_000);
  });

  it('say what to do where nothing has happened', async () => {
    openOffers('/offers/reports', {
      valueStreamReport: {
        ...someFigures,
        leadTimes: [],
        months: [],
        approvals: { decided: { plans: 0 }, waits: [] },
        activation: { onTime: 0, late: 0, ahead: 0, overdue: 0 },
        scenarios: [],
        states: [],
        announcements: [],
        margins: { items: [], isCut: false },
      },
      catalogues,
    });
    expect(await screen.findByText('Nothing happened in this time')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Plans by scenario' })).not.toBeInTheDocument();
  });
});
