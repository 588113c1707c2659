/** Kinds of change of the structure, in words. */
export const changeKinds: Readonly<Record<string, string>> = {
  'catalogue-create': 'A new catalogue',
  'catalogue-change': 'Another catalogue',
  'catalogue-retire': 'A catalogue goes',
  'category-create': 'A new category',
  'category-change': 'A category is renamed',
  'category-move': 'A category moves',
  'category-retire': 'A category goes',
  'view-create': 'A new view',
  'view-change': 'A view changes',
  'view-retire': 'A view goes',
  'offer-move': 'An offer moves into another catalogue',
};
