/** Who takes part; what each of them may do stands with the rules. */
export const everybody = ['carla', 'ravi', 'mia', 'rosa', 'nils', 'vera', 'ada', 'ben'] as const;

/** One of them. */
export type Who = (typeof everybody)[number];
