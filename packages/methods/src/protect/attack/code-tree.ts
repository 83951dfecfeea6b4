import { restCode } from '../table/rest-code.ts'

/** The codes of a dimension by number, 0 the total above all, as a hierarchy has them. */
export class CodeTree {
  readonly #numbers = new Map<string, number>([['_T', 0]])
  readonly #names = ['_T']
  readonly #above: number[] = [-1]
  readonly #below: number[][] = [[]]

  /** @param parents code to parent; roots have an empty parent */
  constructor(parents: ReadonlyMap<string, string> = new Map()) {
    for (const code of parents.keys()) this.of(code)
    for (const [code, parent] of parents) {
      const [own, up] = [this.of(code), parent === '' ? 0 : this.of(parent)]
      this.#above[own] = up
      this.#below[up]!.push(own)
    }
  }

  /** The number of a code; one that the hierarchy has not lies in no total. */
  of(code: string): number {
    const known = this.#numbers.get(code)
    if (known !== undefined) return known
    const number = this.#names.length
    this.#numbers.set(code, number)
    this.#names.push(code)
    this.#above.push(-1)
    this.#below.push([])
    return number
  }

  /** What a total holds besides some of its parts, as a code that lies in no other. */
  rest(whole: number, parts: readonly number[]): number {
    return this.of(
      restCode(
        this.name(whole),
        parts.map((part) => this.name(part)),
      ),
    )
  }

  /** How many codes there are, the total among them. */
  get size(): number {
    return this.#names.length
  }

  name(code: number): string {
    return this.#names[code]!
  }

  /** The code above one; −1 where there is none. */
  above(code: number): number {
    return this.#above[code]!
  }

  below(code: number): readonly number[] {
    return this.#below[code]!
  }

  /** A code and all that it lies in, the total last. */
  lineage(code: number): number[] {
    const found = [code]
    for (let up = this.#above[code]!; up !== -1; up = this.#above[up]!) found.push(up)
    if (found.at(-1) !== 0) found.push(0)
    return found
  }

  /** The codes below the total that hold a finest code of those asked for, or are one. */
  holding(isAsked: (code: number) => boolean): Set<number> {
    const found = new Set<number>()
    for (let code = 1; code < this.#names.length; code += 1) {
      if (this.#below[code]!.length > 0 || !isAsked(code)) continue
      for (let up = code; up > 0; up = this.#above[up]!) found.add(up)
    }
    return found
  }
}
