/* What is kept once and referred to is shown by one page for each kind, and loaded together. */
export { default as PartiesPage } from './PartiesPage';
export { default as PriceListsPage } from './PriceListsPage';
