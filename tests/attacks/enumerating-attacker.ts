import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// A third reader of releases, which solves nothing: it lists every table of whole numbers that agrees with
// what is public. It knows the words of the plain-file doors (`_T`, hierarchies of `code,parent`, empty
// values are hidden) and nothing of the product, and shares no code with the other attackers.

/** The tables of one release, as a stranger finds them in its folder. */
export interface ReadRelease {
  readonly tables: readonly ReadTable[]
  /** Of each dimension its codes without parts, and what lies above each. */
  readonly dimensions: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
}

interface ReadTable {
  readonly columns: readonly string[]
  readonly rows: readonly { codes: readonly string[]; value: number | undefined; status: string }[]
}

/** Reads tables and hierarchies of a folder by its `spec.json`. */
export function readRelease(folder: string): ReadRelease {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n')
  const spec = JSON.parse(text('spec.json').join('\n')) as {
    dimensions: { column: string; hierarchy?: string }[]
    tables: string[][]
  }
  const tables = spec.tables.map((columns) => ({
    columns,
    rows: text(`${columns.join('__')}.csv`)
      .slice(1)
      .map((line) => {
        const fields = line.split(',')
        const value = fields[columns.length]!
        return {
          codes: fields.slice(0, columns.length),
          value: value === '' ? undefined : Number(value),
          status: fields[columns.length + 1]!,
        }
      }),
  }))
  const dimensions = new Map(
    spec.dimensions.map(({ column, hierarchy }) => {
      const above = new Map<string, string>()
      for (const line of hierarchy === undefined ? [] : text(hierarchy).slice(1)) {
        const [code, parent] = line.split(',')
        above.set(code!, parent!)
      }
      const codes = new Set(
        tables.flatMap(({ columns, rows }) => {
          const at = columns.indexOf(column)
          return at === -1 ? [] : rows.map((row) => row.codes[at]!)
        }),
      )
      const parents = new Set(above.values())
      const lineage = (code: string): string[] =>
        code === '' ? ['_T'] : [code, ...lineage(above.get(code) ?? '')]
      const leaves = [...codes].filter((code) => code !== '_T' && !parents.has(code))
      return [column, new Map(leaves.map((code) => [code, lineage(code)]))] as const
    }),
  )
  return { tables, dimensions }
}

/** A cell by what it counts: the places of its atoms in the list of all combinations of finest codes. */
export interface SeenCell {
  readonly name: string
  readonly atoms: readonly number[]
  readonly value: number | undefined
  readonly status: string
}

/** Every cell of a release once, however many tables show it. */
export function cellsOf({ tables, dimensions }: ReadRelease): {
  readonly atoms: readonly ReadonlyMap<string, string>[]
  readonly cells: readonly SeenCell[]
} {
  let atoms: Map<string, string>[] = [new Map()]
  for (const [column, leaves] of dimensions) {
    atoms = atoms.flatMap((atom) =>
      [...leaves.keys()].map((code) => new Map(atom).set(column, code)),
    )
  }
  const cells = new Map<string, SeenCell>()
  for (const { columns, rows } of tables) {
    for (const { codes, value, status } of rows) {
      const fixed = columns
        .map((column, at) => [column, codes[at]!] as const)
        .filter(([, code]) => code !== '_T')
      const name = fixed
        .map(([column, code]) => `${column}=${code}`)
        .sort()
        .join(' ')
      const own = atoms.flatMap((atom, at) =>
        fixed.every(([column, code]) =>
          dimensions.get(column)!.get(atom.get(column)!)!.includes(code),
        )
          ? [at]
          : [],
      )
      cells.set(name, { name, atoms: own, value, status })
    }
  }
  return { atoms, cells: [...cells.values()] }
}

/** A sum of numbers that are not negative: known, or asked about. */
export interface Sum {
  readonly of: readonly number[]
  readonly is: number | undefined
}

/**
 * Every way of filling `count` whole numbers that meets the known sums, told by the sums that are asked
 * about. A number in no known sum is followed up to `cap`.
 *
 * @returns undefined where there are more ways to try than `most`
 */
export function listTables(
  count: number,
  known: readonly Sum[],
  asked: readonly Sum[],
  { cap, most }: { readonly cap: number; readonly most: number },
): number[][] | undefined {
  const left = known.map(({ is }) => is!)
  const open = known.map(({ of }) => of.length)
  const sumsOf: number[][] = Array.from({ length: count }, () => [])
  known.forEach(({ of }, at) => of.forEach((place) => sumsOf[place]!.push(at)))
  // those in the most known sums first: they are decided soonest
  const order = Array.from({ length: count }, (_, place) => place).sort(
    (a, b) => sumsOf[b]!.length - sumsOf[a]!.length || a - b,
  )
  const numbers = Array.from({ length: count }, () => 0)
  const found = new Map<string, number[]>()
  let tried = 0
  const fill = (depth: number): boolean => {
    tried += 1
    if (tried > most) return false
    if (depth === count) {
      const values = asked.map(({ of }) => of.reduce((sum, place) => sum + numbers[place]!, 0))
      found.set(values.join(), values)
      return true
    }
    const place = order[depth]!
    const own = sumsOf[place]!
    const upper = own.length === 0 ? cap : Math.min(...own.map((at) => left[at]!))
    const lower = Math.max(0, ...own.filter((at) => open[at] === 1).map((at) => left[at]!))
    for (const at of own) open[at]! -= 1
    for (let value = lower; value <= upper; value += 1) {
      numbers[place] = value
      for (const at of own) left[at]! -= value
      const isFine = own.every((at) => left[at]! >= 0 && (open[at]! > 0 || left[at] === 0))
      const goesOn = !isFine || fill(depth + 1)
      for (const at of own) left[at]! += value
      if (!goesOn) return false
    }
    for (const at of own) open[at]! += 1
    numbers[place] = 0
    return true
  }
  return fill(0) ? [...found.values()] : undefined
}
