import { screen } from '@testing-library/react';
import { aManagedOffer, OFFER_ID, someone } from '../__testUtils__/builders';
import { openOffers } from '../__testUtils__/renderOffers';

it('[rule 14] names what an offer refers to that is not in the software catalogue', async () => {
  const { draft: _draft, ...offer } = aManagedOffer();
  openOffers(`/offers/manage/${OFFER_ID}`, {
    me: someone({ can: ['readAll'] }),
    getOffer: { ...offer, dangling: ['group:default/nowhere'] },
  });
  expect(await screen.findByText('Links that lead nowhere')).toBeInTheDocument();
  expect(screen.getByText(/group:default\/nowhere.*register/is)).toBeInTheDocument();
});
