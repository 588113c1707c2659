/** The readable part of an entity ref: `payments-team` of `group:default/payments-team`. */
export function shortRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** A principal of an audience in words. */
export function principalWords(principal: string): string {
  return principal === 'everyone' ? 'Everyone' : shortRef(principal);
}
