import { z } from 'zod';

// The limits of Slack's Block Kit (docs.slack.dev/reference/block-kit, and the comments of @slack/types): what does
// not fit them Slack refuses as `invalid_blocks`.

/** Text without halves of characters: what was cut was cut by code point. */
const whole = (most: number, least = 1) =>
  z
    .string()
    .min(least)
    .max(most)
    .refine(text => !/\p{Surrogate}/u.test(text), 'cut inside a character');

const plain = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: whole(most),
    emoji: z.boolean().optional(),
  });

const text = (most: number) =>
  z.union([
    plain(most),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: whole(most),
      verbatim: z.literal(true),
    }),
  ]);

const id = whole(255).optional();

const confirm = z.strictObject({
  title: plain(100),
  text: text(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const button = z.strictObject({
  type: z.literal('button'),
  action_id: whole(255),
  text: plain(75),
  value: whole(2000).optional(),
  url: whole(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});

const option = z.strictObject({
  text: text(75),
  value: whole(75),
  description: plain(75).optional(),
});

const menu = z.strictObject({
  type: z.literal('static_select'),
  action_id: whole(255),
  placeholder: plain(150).optional(),
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});

const search = z.strictObject({
  type: z.literal('external_select'),
  action_id: whole(255),
  placeholder: plain(150).optional(),
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
});

const chosen = { action_id: whole(255), placeholder: plain(150).optional() };

const inputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: whole(255),
    multiline: z.boolean().optional(),
    max_length: z.int().min(1).max(3000).optional(),
    min_length: z.int().optional(),
    initial_value: whole(3000).optional(),
    placeholder: plain(150).optional(),
  }),
  menu,
  search,
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...chosen,
    options: z.array(option).min(1).max(100),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...chosen,
    min_query_length: z.int().min(0).optional(),
    max_selected_items: z.int().min(1).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...chosen }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: whole(255),
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).max(10).optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...chosen,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...chosen,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    action_id: whole(255),
    initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

const base = { block_id: id };

const block = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('header'), text: plain(150) }),
  z
    .strictObject({
      ...base,
      type: z.literal('section'),
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: z.discriminatedUnion('type', [button, menu]).optional(),
    })
    .refine(section => section.text !== undefined || section.fields !== undefined, 'it is empty'),
  z.strictObject({
    ...base,
    type: z.literal('context'),
    elements: z.array(text(3000)).min(1).max(10),
  }),
  z.strictObject({
    ...base,
    type: z.literal('actions'),
    elements: z
      .array(z.discriminatedUnion('type', [button, menu, search]))
      .min(1)
      .max(25),
  }),
  z.strictObject({ ...base, type: z.literal('divider') }),
  z.strictObject({
    ...base,
    type: z.literal('input'),
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: z.discriminatedUnion('type', inputs),
  }),
]);

function blocksOf(most: number) {
  return z
    .array(block)
    .min(1)
    .max(most)
    .superRefine((blocks, ctx) => {
      const ids = blocks.flatMap(each => (each.block_id ? [each.block_id] : []));
      if (new Set(ids).size < ids.length) {
        ctx.addIssue({ code: 'custom', message: 'two blocks have one id' });
      }
      for (const each of blocks) {
        const actions = each.type === 'actions' ? each.elements.map(e => e.action_id) : [];
        if (new Set(actions).size < actions.length) {
          ctx.addIssue({ code: 'custom', message: 'two buttons of one block have one action' });
        }
      }
    });
}

/** All text of some blocks: Slack refuses about 13,200 characters and more as `msg_blocks_too_long`. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) =>
      sum + (key === 'text' && typeof part === 'string' ? part.length : textLength(part)),
    0,
  );
}

/** A message that Slack takes. */
export const slackMessageSchema = z.strictObject({
  text: whole(4000),
  blocks: blocksOf(50).refine(
    blocks => textLength(blocks) <= 13_200,
    'the blocks are too long together',
  ),
});

const view = {
  callback_id: whole(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: blocksOf(100),
};

/** A modal that Slack takes. */
export const slackModalSchema = z
  .strictObject({
    ...view,
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    notify_on_close: z.boolean().optional(),
    clear_on_close: z.boolean().optional(),
  })
  .refine(
    modal => modal.submit !== undefined || !modal.blocks.some(({ type }) => type === 'input'),
    'a modal with inputs needs a submit button',
  );

/** An App Home that Slack takes. */
export const slackHomeSchema = z.strictObject({ ...view, type: z.literal('home') });
