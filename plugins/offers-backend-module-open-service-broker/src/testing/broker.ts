type Fields = Record<string, unknown>;

/** A plan as the standard asks, with what a test changes in it. */
export function aPlan(changes: Fields = {}): Fields {
  return { id: 'plan-1', name: 'small', description: 'A small one', free: false, ...changes };
}

/** A plan with these parameters. */
export function aPlanWith(parameters: unknown, fixedParameters: unknown = {}): Fields {
  return aPlan({
    metadata: { fixedParameters },
    schemas: { service_instance: { create: { parameters } } },
  });
}

/** A service as the standard asks, with what a test changes in it. */
export function aService(changes: Fields = {}): Fields {
  return {
    id: 'service-1',
    name: 'postgres',
    description: 'A database',
    bindable: true,
    plans: [aPlan()],
    ...changes,
  };
}

/** A catalogue of these services. */
export function aCatalogue(...services: unknown[]): Fields {
  return { services };
}

/** Lists in lists, this many levels deep. */
export function nested(levels: number): unknown {
  return JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
}
