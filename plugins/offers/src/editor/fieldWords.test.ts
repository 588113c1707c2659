import { germanT } from '../__testUtils__/translators';
import { fieldWords } from './fieldWords';

describe('a field of a draft, for a reader', () => {
  const t = germanT();

  it('is called as the editor calls it on the page, in its section', () => {
    document.body.innerHTML =
      '<div data-field="content.pricing.costs.0.amount"><label class="bui-FieldLabel">Betrag<span>(nötig)</span></label></div>';
    expect(fieldWords(t, 'content.pricing.costs.0.amount')).toBe('Preis und Kosten: 1, Betrag');
  });

  it('is told by its path where it is not drawn', () => {
    document.body.innerHTML = '';
    expect(fieldWords(t, 'content.bundle.steps.1.quantity')).toBe('Bündel: steps, 2, quantity');
    expect(fieldWords(t, 'content.validity')).toBe('Gültigkeit');
  });
});
