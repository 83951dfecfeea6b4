/** Gives each value a number in the order in which it is met. */
export class JsonDictionary {
  readonly #places = new Map<string, number>()

  place(value: string): number {
    const known = this.#places.get(value)
    if (known !== undefined) return known
    const place = this.#places.size
    this.#places.set(value, place)
    return place
  }

  get values(): string[] {
    return [...this.#places.keys()]
  }
}

/** Values met in a message, by component: what places in the message refer to. */
export interface Dictionaries {
  /** By place of the dimension. */
  readonly dimensions: readonly JsonDictionary[]
  readonly seriesAttributes: readonly JsonDictionary[]
  readonly observationAttributes: readonly JsonDictionary[]
  readonly dataSetAttributes: ReadonlyMap<string, JsonDictionary>
}
