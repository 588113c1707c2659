import { z } from 'zod';

/** A JSON value. @public */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** How deep and how large a JSON value of a content may be. @public */
export const jsonLimits = { depth: 64, nodes: 20_000 } as const;

/** The bounds that `jsonFault` holds a value to. @public */
export interface JsonBounds {
  depth: number;
  nodes: number;
}

/**
 * Why a value is no JSON within the bounds, as a sentence part; undefined when it is.
 *
 * Walks with a list of its own instead of recursion, and stops at the bounds: what other code then
 * does by recursion (hashing, writing, compiling) cannot exhaust the stack.
 * @public
 */
export function jsonFault(value: unknown, { depth, nodes }: JsonBounds): string | undefined {
  const waiting: { node: unknown; level: number }[] = [{ node: value, level: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, level } = next;
    seen += 1;
    if (level > depth) return `it nests deeper than ${depth} levels`;
    const inner = childrenOf(node);
    if (!inner) return 'it holds something that JSON cannot say';
    if (seen + waiting.length + inner.length > nodes) return `it has more than ${nodes} parts`;
    for (const child of inner) waiting.push({ node: child, level: level + 1 });
  }
  return undefined;
}

function childrenOf(node: unknown): readonly unknown[] | undefined {
  if (node === null || typeof node === 'string' || typeof node === 'boolean') return [];
  if (typeof node === 'number') return Number.isFinite(node) ? [] : undefined;
  if (Array.isArray(node)) return node;
  return isPlainObject(node) ? Object.values(node) : undefined;
}

function isPlainObject(node: unknown): node is object {
  if (typeof node !== 'object' || node === null) return false;
  const prototype: unknown = Object.getPrototypeOf(node);
  // an object of another realm (a test's sandbox, a frame) has that realm's Object.prototype
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Any JSON value, within `jsonLimits`. @public */
export const jsonSchema: z.ZodType<Json> = z
  .custom<Json>(value => jsonFault(value, jsonLimits) === undefined, {
    error: ({ input }) => `Give JSON; ${jsonFault(input, jsonLimits) ?? 'this is none'}`,
  })
  .meta({ id: 'Json', description: 'Any JSON value' });

/** Whether a JSON value is an object. @public */
export function isJsonObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
