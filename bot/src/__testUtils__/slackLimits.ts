/** What Slack refuses in a message or view, in words; empty when it takes all of it. */
export function faultsOf(drawn: {
  blocks: readonly unknown[];
  text?: string;
  type?: string;
}): string[] {
  const most = drawn.type ? 100 : 50;
  return [
    ...(drawn.blocks.length > most ? [`${drawn.blocks.length} blocks`] : []),
    ...faultsIn(drawn, ''),
    ...doubled(drawn),
  ];
}

/** Most characters by type of the object and key. */
const LONGEST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  header: { text: 150 },
  section: { text: 3000 },
  button: { text: 75, value: 2000, url: 3000, action_id: 255 },
  external_select: { placeholder: 150, action_id: 255 },
  static_select: { placeholder: 150, action_id: 255 },
  multi_static_select: { placeholder: 150, action_id: 255 },
  input: { label: 2000, hint: 2000, block_id: 255 },
  actions: { block_id: 255 },
  context: { block_id: 255 },
  modal: { title: 24, submit: 24, close: 24, private_metadata: 3000, callback_id: 255 },
  plain_text_input: { action_id: 255, initial_value: 3000 },
};

/** Most members by type of the object and key. */
const MOST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  section: { fields: 10 },
  actions: { elements: 25 },
  context: { elements: 10 },
  static_select: { options: 100 },
  multi_static_select: { options: 100 },
  checkboxes: { options: 10 },
  overflow: { options: 5 },
};

function faultsIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value === '' ? [`${path} is empty`] : broken(value, path);
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => faultsIn(part, `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const type = 'type' in value && typeof value.type === 'string' ? value.type : '';
  return Object.entries(value).flatMap(([key, part]) => {
    const at = `${path}.${key}`;
    if (key === 'text' && typeof part === 'string' && path === '') return broken(part, at);
    return [...ownFaults(type, key, part, at), ...faultsIn(part, at)];
  });
}

function ownFaults(type: string, key: string, part: unknown, at: string): string[] {
  const longest = LONGEST[type]?.[key];
  const length = lengthOf(part);
  const most = MOST[type]?.[key];
  return [
    ...(longest !== undefined && length > longest ? [`${at} has ${length} of ${longest}`] : []),
    ...(most !== undefined && Array.isArray(part) && part.length > most
      ? [`${at} has ${part.length} of ${most}`]
      : []),
    ...(most !== undefined && Array.isArray(part) && part.length === 0
      ? [`${at} has nothing`]
      : []),
    ...(key === 'fields' && Array.isArray(part)
      ? part.flatMap((field, index) => (lengthOf(field) > 2000 ? [`${at}[${index}]`] : []))
      : []),
  ];
}

function lengthOf(part: unknown): number {
  if (typeof part === 'string') return part.length;
  if (typeof part === 'object' && part !== null && 'text' in part) return lengthOf(part.text);
  return 0;
}

/** A half of a character that needs two units, or a piece of an entity. */
function broken(text: string, path: string): string[] {
  return [
    ...(/^(?:[^\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/.test(text)
      ? []
      : [`${path} is cut inside a character`]),
    ...(/&(?!amp;|lt;|gt;)[a-z]{0,3}$/.test(text) ? [`${path} is cut inside an entity`] : []),
  ];
}

/** Ids of actions have to differ within a block, ids of blocks within a message. */
function doubled({ blocks }: { blocks: readonly unknown[] }): string[] {
  const names = blocks.flatMap(block =>
    typeof block === 'object' && block !== null && 'block_id' in block ? [block.block_id] : [],
  );
  const inBlocks = blocks.flatMap((block, index) => {
    const actions = [...JSON.stringify(block).matchAll(/"action_id":"([^"]*)"/g)].map(
      ([, id]) => id,
    );
    return new Set(actions).size === actions.length ? [] : [`block ${index} has an action twice`];
  });
  return [
    ...(new Set(names).size === names.length ? [] : ['a block id is there twice']),
    ...inBlocks,
  ];
}
