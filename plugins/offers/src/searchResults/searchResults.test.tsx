import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { OfferResult } from './OfferResult';

const result = {
  title: 'PostgreSQL for production',
  text: 'A managed database\nsql',
  location: '/offers/o/postgres',
};

describe('an offer among the results of search', () => {
  it('leads to its page and says in short what it is', async () => {
    renderInTestApp(<OfferResult result={{ ...result, interaction: 'support' }} />);
    const link = await screen.findByRole('link', { name: 'PostgreSQL for production' });
    expect(link).toHaveAttribute('href', '/offers/o/postgres');
    expect(screen.getByText('A managed database')).toBeInTheDocument();
    expect(screen.getByText('Support')).toBeInTheDocument();
  });

  it('does without what another release of the index may hold', async () => {
    renderInTestApp(<OfferResult result={{ ...result, interaction: 'rent' }} />);
    expect(await screen.findByRole('link')).toBeInTheDocument();
    expect(screen.queryByText('rent')).not.toBeInTheDocument();
  });
});
