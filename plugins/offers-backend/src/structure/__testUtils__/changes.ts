import { AskedChanges } from '../../__testUtils__/stories';

/** A new category of a test. */
export const category = (
  target: string,
  body: { title?: string; parent?: string; order?: number; catalogue?: string } = {},
): AskedChanges[number] => ({
  kind: 'category-create',
  target,
  body: { title: target, ...body },
});

/** A new view of a test. */
export const aView = (
  target: string,
  see: { allow: string[]; deny?: string[] },
  filter: object = {},
): AskedChanges[number] => ({
  kind: 'view-create',
  target,
  body: { title: `View ${target}`, see, filter },
});

/** The engineers of the tests. */
export const ENGINEERS = { allow: ['group:default/engineers'] };

/** The board of the tests. */
export const BOARD = { allow: ['group:default/board'] };

/** The instant of the stories' plans, and the last one before it. */
export const AFTER = '2026-12-10T09:00:00.000Z';
export const BEFORE = '2026-12-10T08:59:59.999Z';
