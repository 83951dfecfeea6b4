import type { Dimension } from './dimension.ts'
import { restCode } from './rest-code.ts'

/** Codes for rests, put behind those of each dimension as they come up. */
export class RestCodes {
  readonly #dimensions: readonly Dimension[]
  readonly #found: readonly Map<string, { readonly code: number; readonly leaves: number[] }>[]

  constructor(dimensions: readonly Dimension[]) {
    this.#dimensions = dimensions
    this.#found = dimensions.map(() => new Map())
  }

  /** The code of what `whole` holds in a dimension besides some of its parts. */
  of(d: number, whole: number, parts: readonly number[]): number {
    const { codes, children } = this.#dimensions[d]!
    const found = this.#found[d]!
    const name = restCode(
      codes[whole]!,
      parts.map((part) => codes[part]!),
    )
    const known = found.get(name)
    if (known !== undefined) return known.code
    const code = codes.length + found.size
    const without = new Set(parts)
    const leaves: number[] = []
    const pending = [whole]
    while (pending.length > 0) {
      const at = pending.pop()!
      if (without.has(at)) continue
      if (children[at]!.length === 0) leaves.push(at)
      pending.push(...children[at]!)
    }
    found.set(name, { code, leaves })
    return code
  }

  /** The dimensions with the codes found. These lie in no tree: no total lists them among its children. */
  dimensions(): readonly Dimension[] {
    return this.#dimensions.map((dimension, d) => {
      const found = this.#found[d]!
      if (found.size === 0) return dimension
      return {
        ...dimension,
        codes: [...dimension.codes, ...found.keys()],
        parents: Int32Array.from([...dimension.parents, ...[...found].map(() => -1)]),
        children: [...dimension.children, ...[...found].map(() => [])],
        rests: [...found.values()],
      }
    })
  }
}
