/**
 * Texts of things that are told the same way in many messages, made once for each. They go when the
 * thing itself is gone.
 */
export class KeptText {
  readonly #kept = new WeakMap<object, Map<string, string>>()

  /** @param manner all that the text depends on besides the thing */
  of(thing: object, manner: string, tell: () => string): string {
    const known = this.#kept.get(thing)
    const found = known?.get(manner)
    if (found !== undefined) return found
    const told = tell()
    if (known) known.set(manner, told)
    else this.#kept.set(thing, new Map([[manner, told]]))
    return told
  }
}
