import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WholeStructure } from '@offerdesk/backstage-plugin-offers-common';
import { aManagedOffer, aPlan, someone } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const category = (name: string, title: string, order: number) => ({
  ...{ name, title, order },
  description: '',
  catalogue: 'default',
  depth: 0,
});

const structure: WholeStructure = {
  at: '2026-12-01T09:00:00.000Z',
  catalogues: [{ name: 'default', title: 'Catalogue', description: '' }],
  categories: [category('data', 'Data', 0), category('storage', 'Storage', 1)],
  views: [
    {
      name: 'start',
      title: 'To begin with',
      description: '',
      filter: {
        ...{ catalogues: [], categories: ['data'], interactions: [], tags: [] },
        ...{ owners: [], providers: [], entities: [] },
      },
      sort: 'title',
      see: { allow: ['group:default/engineers'], deny: [] },
    },
  ],
  coming: [],
};

const { id, name, title, summary, catalogue, interaction, revision, updatedAt } = aManagedOffer();
const row = {
  ...{ id, name, title, summary, catalogue, interaction, revision, updatedAt },
  state: 'available' as const,
  missing: 0,
};

const open = (answers: Answers = {}) =>
  openOffers('/offers/manage/structure', {
    readStructure: structure,
    categoryTree: { items: [] },
    catalogues: { items: structure.catalogues },
    getOffer: aManagedOffer(),
    listOffers: { items: [row] },
    createPlan: aPlan({ state: 'draft' }),
    getPlan: aPlan({ state: 'draft' }),
    ...answers,
  });

describe('structure and views', () => {
  beforeEach(() => sessionStorage.clear());

  it('keep what was changed over a reload for who changed it, and call things by their titles', async () => {
    open();
    const tree = within(await screen.findByRole('tree', { name: 'Categories' }));
    tree.getByRole('treeitem', { name: 'Storage' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    cleanup();
    open();
    const changes = within(await screen.findByRole('table', { name: 'What you would change' }));
    expect(changes.getByText('Storage')).toBeInTheDocument();
    expect(changes.getByText('Below: Data')).toBeInTheDocument();
    cleanup();
    open({ me: someone({ user: 'user:default/ravi' }) });
    await screen.findByRole('tree', { name: 'Categories' });
    expect(screen.queryByRole('table', { name: 'What you would change' })).not.toBeInTheDocument();
  });

  it('are changed with the keys, and by a plan alone', async () => {
    const { calls } = open();
    const tree = within(await screen.findByRole('tree', { name: 'Categories' }));
    tree.getByRole('treeitem', { name: 'Data' }).focus();
    await userEvent.keyboard('{ArrowDown}{Alt>}{ArrowRight}{/Alt}');
    expect(tree.getByRole('treeitem', { name: /Storage/ })).toHaveAttribute('aria-level', '2');
    await userEvent.click(screen.getByRole('button', { name: 'Make a plan of 1 change…' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/Title of the plan/));
    await userEvent.paste('Tidy up');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Make the plan' }));
    await waitFor(() => expect(callsOf(calls, 'createPlan')).toHaveLength(1));
    expect(callsOf(calls, 'createPlan')[0]?.body).toMatchObject({
      scenario: 'change',
      title: 'Tidy up',
      changes: [{ kind: 'category-move', target: 'storage', body: { parent: 'data' } }],
    });
  });

  it('say who knows of a view, and take a new title for it', async () => {
    open();
    const views = within(await screen.findByRole('table', { name: 'Views' }));
    expect(views.getByText('engineers')).toBeInTheDocument();
    await userEvent.click(views.getByRole('button', { name: 'Change To begin with' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Known to: engineers/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Change it by a plan' }));
    const changes = within(await screen.findByRole('table', { name: 'What you would change' }));
    expect(changes.getByText('A view changes')).toBeInTheDocument();
  });

  it('let an offer move into a catalogue, of more than one', async () => {
    open();
    const panel = within(await screen.findByRole('region', { name: 'Catalogues' }));
    expect(panel.queryByRole('button', { name: /Move an offer/ })).toBeNull();
    await userEvent.click(panel.getByRole('button', { name: 'New catalogue…' }));
    const made = within(await screen.findByRole('dialog'));
    await userEvent.click(made.getByLabelText(/^Title/));
    await userEvent.paste('Office');
    await userEvent.click(made.getByRole('combobox', { name: /Owner/ }));
    await userEvent.paste('group:default/board');
    await userEvent.tab();
    await userEvent.click(made.getByRole('button', { name: 'Add' }));
    await userEvent.click(
      await panel.findByRole('button', { name: 'Move an offer to catalogue…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('combobox', { name: 'Offer' }));
    await userEvent.click(await screen.findByRole('option', { name: /PostgreSQL/ }));
    await userEvent.click(await dialog.findByRole('button', { name: /Into the catalogue/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Office' }));
    expect(await dialog.findByText(/has no category yet/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Add' })).toBeDisabled();
  });
});
