import { Answer } from './faultyServer';

/** The tokens that an answer hands over, when it is one to a claim. */
function tokensOf({ body }: Answer): string[] {
  if (!body.startsWith('{"deliveries":')) return [];
  const { deliveries }: { deliveries: { token: string }[] } = JSON.parse(body);
  return deliveries.map(({ token }) => token);
}

/** Which claims are held by nobody, though their worker lives: it was never told of them. */
export class Claims {
  private readonly told = new Set<string>();
  private readonly lost = new Set<string>();
  private diedAt = 0;

  /** The backend gave an answer. */
  given(answer: Answer): void {
    for (const token of tokensOf(answer)) this.told.add(token);
  }

  /** An answer got lost. */
  gone(answer: Answer): void {
    for (const token of tokensOf(answer)) this.lost.add(token);
  }

  /** The backend died, and with it what it had claimed and told nobody. */
  died(at: number): void {
    this.diedAt = at;
  }

  /** Whether nobody knows of a claim that was made at an instant. */
  isLost(token: string, madeAt: number): boolean {
    return this.lost.has(token) || (madeAt < this.diedAt && !this.told.has(token));
  }
}
