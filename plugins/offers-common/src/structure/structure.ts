import { View } from './viewFilter';

/** The catalogue that is always there, in which an offer is unless told. @public */
export const DEFAULT_CATALOGUE = 'default';

/** A catalogue: it holds offers. @public */
export interface Catalogue {
  name: string;
  title: string;
  description: string;
  /** who answers for it; the one of the configuration has nobody */
  owner: string | undefined;
}

/** A category: a place in the tree of a catalogue. @public */
export interface Category {
  name: string;
  title: string;
  description: string;
  catalogue: string;
  parent: string | undefined;
  order: number;
}

/** Where an offer is found: its catalogue, and the category that it has there. @public */
export interface Placement {
  catalogue: string;
  category: string | undefined;
}

/** What the catalogue is made of at an instant. @public */
export interface Structure {
  catalogues: ReadonlyMap<string, Catalogue>;
  categories: ReadonlyMap<string, Category>;
  views: ReadonlyMap<string, View>;
  /** the categories that are no more, with the one in which their offers are found instead */
  successors: ReadonlyMap<string, string>;
  /** the offers that have moved, by id, with where the last move put them */
  placements: ReadonlyMap<string, Placement>;
}
