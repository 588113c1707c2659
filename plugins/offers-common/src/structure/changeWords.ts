import { Change } from '../impact/differences';
import { audienceWords, listWords } from '../impact/words';
import { StructureChange } from './changes';
import { changeTitle, MovedOffer, StructureSides } from './changeTitle';
import { partOf } from './faults';
import { placementOf, placesIn } from './places';
import { Structure } from './structure';
import { categoryTitle } from './criteria';
import { View, ViewFilter } from './viewFilter';

/** How many offers a change touches: those found in a category, or shown by a view, before it and after it. @public */
export interface TouchedOffers {
  before: number;
  after: number;
}

type Fields = Record<string, string | undefined>;

/**
 * What a change of the structure changes, in words: each field that becomes another, who gains or loses a view, and how
 * many offers it touches.
 * @public
 */
export function structureChangeWords(
  change: StructureChange,
  sides: StructureSides,
  touched: TouchedOffers | undefined,
): Change[] {
  const { before, after, moved } = sides;
  const [old, now] = [fieldsOf(before, change, moved), fieldsOf(after, change, moved)];
  const label = changeTitle(change, sides);
  const named = (field: string) => `${change.kind} ${change.target} ${field}`;
  const lines = [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(field => {
    if (old[field] === now[field]) return [];
    return [line(named(field), `${label}: ${field}`, old[field], now[field])];
  });
  const readers = partOf(change) === 'view' ? readerLines(change, before, after) : [];
  return [
    ...(lines.length > 0 ? lines : [line(named('title'), label, undefined, change.target)]),
    ...readers.map(({ field, text }) => line(named(field), `${label}: ${field}`, undefined, text)),
    ...(touched
      ? [
          line(
            named('offers'),
            `${label}: offers in it`,
            String(touched.before),
            String(touched.after),
          ),
        ]
      : []),
  ];
}

function line(
  field: string,
  label: string,
  before: string | undefined,
  after: string | undefined,
): Change {
  return {
    field,
    label,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    material: true,
  };
}

function fieldsOf(
  structure: Structure,
  change: StructureChange,
  moved: StructureSides['moved'],
): Fields {
  const { target } = change;
  switch (partOf(change)) {
    case 'offer': {
      const offer = moved.get(target);
      return offer ? placeFields(structure, offer) : {};
    }
    case 'catalogue': {
      const catalogue = structure.catalogues.get(target);
      return catalogue
        ? filled({
            title: catalogue.title,
            description: catalogue.description,
            owner: catalogue.owner,
          })
        : {};
    }
    case 'category': {
      const category = structure.categories.get(target);
      if (!category) return filled({ 'offers go into': structure.successors.get(target) });
      return filled({
        title: category.title,
        description: category.description,
        // A new title alone moves nothing.
        ...(change.kind === 'category-change' ? {} : { place: categoryTitle(structure, target) }),
        order: String(category.order),
      });
    }
    default: {
      const view = structure.views.get(target);
      return view ? viewFields(view) : {};
    }
  }
}

function placeFields(structure: Structure, offer: MovedOffer): Fields {
  const place = placementOf(structure, offer, offer.category);
  const { catalogue, category } = place;
  const views = offer.placed ? placesIn(structure, { ...offer.placed, ...place }).views : [];
  return filled({
    catalogue: structure.catalogues.get(catalogue)?.title ?? catalogue,
    category: category === undefined ? undefined : categoryTitle(structure, category) || category,
    'views that show it': listWords(
      views.flatMap(name => {
        const view = structure.views.get(name);
        return view ? [`${view.title} (${audienceWords(view.see)})`] : [];
      }),
    ),
  });
}

function viewFields({ title, description, filter, sort, see }: View): Fields {
  return filled({
    title,
    description,
    shows: filterWords(filter) ?? 'everything',
    order: sort,
    'who may see it': audienceWords(see),
  });
}

/** A filter in words, field by field. */
function filterWords(filter: ViewFilter): string | undefined {
  return listWords(
    Object.entries(filter).flatMap(([field, values]) =>
      values.length > 0 ? [`${field}: ${values.join(' or ')}`] : [],
    ),
  );
}

function readerLines(change: StructureChange, before: Structure, after: Structure) {
  const allowed = (structure: Structure) => {
    const see = structure.views.get(change.target)?.see;
    return see ? see.allow.filter(principal => !see.deny.includes(principal)) : [];
  };
  const [old, now] = [allowed(before), allowed(after)];
  const gained = now.filter(principal => !old.includes(principal));
  const lost = old.filter(principal => !now.includes(principal));
  return [
    ...(gained.length > 0 ? [{ field: 'readers gained', text: gained.join(', ') }] : []),
    ...(lost.length > 0 ? [{ field: 'readers lost', text: lost.join(', ') }] : []),
  ];
}

function filled(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}
