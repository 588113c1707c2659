/**
 * The links of changes that are on their way on somebody's behalf, each of which will be asked for once its change is
 * stored: whoever asks first can ask for them all.
 */
export class LinksUnderWay {
  private readonly changes = new Map<string, Set<readonly string[]>>();

  /**
   * Says that a change with these links is on its way.
   * @returns says that it is no longer
   */
  begin(behalf: string, refs: readonly string[]): () => void {
    const changes = this.changes.get(behalf) ?? new Set();
    this.changes.set(behalf, changes);
    // A list of its own: two changes may have the same links.
    const own = [...refs];
    changes.add(own);
    return () => {
      changes.delete(own);
      if (changes.size === 0 && this.changes.get(behalf) === changes) this.changes.delete(behalf);
    };
  }

  /** All links that are under way on the same behalf. */
  of(behalf: string): string[] {
    return [...(this.changes.get(behalf) ?? [])].flat();
  }
}
