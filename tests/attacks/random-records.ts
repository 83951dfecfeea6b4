import { Xoshiro128 } from '@caudal/methods/numerics'

/** A release as its owner would bring it: records, hierarchies, what to publish. SYNTHETIC. */
export interface RandomRecords {
  readonly records: readonly {
    readonly codes: readonly string[]
    readonly person: string
    readonly amount: number
  }[]
  readonly columns: readonly string[]
  readonly hierarchies: Readonly<Record<string, string>>
  readonly spec: Specification
}

export interface Specification {
  readonly dimensions: readonly { readonly column: string; readonly hierarchy?: string }[]
  readonly measure: { readonly count: true } | { readonly sum: string }
  readonly person?: string
  readonly primary: {
    readonly threshold?: number
    readonly pPercent?: number
    readonly contributors?: number
    readonly dominance?: readonly [number, number]
    readonly group?: number
  }
  readonly tables: readonly (readonly string[])[]
}

/** Draws a release of two to five dimensions, some with hierarchies, in one table or two linked. */
export function drawRecords(seed: number, most = 140): RandomRecords {
  const generator = new Xoshiro128(seed, 77)
  const width = 2 + generator.below(4)
  const columns = Array.from({ length: width }, (_, d) => 'vwxyz'[d]!)
  const hierarchies: Record<string, string> = {}
  const leaves = columns.map((column) => {
    const count = 2 + generator.below(width > 3 ? 2 : 5)
    const codes = Array.from({ length: count }, (_, at) => `${column}${at + 1}`)
    if (count > 3 && generator.chance(0.6)) {
      const cut = 1 + generator.below(count - 1)
      hierarchies[column] = [
        'code,parent',
        `${column}A,`,
        `${column}B,`,
        ...codes.map((code, at) => `${code},${column}${at < cut ? 'A' : 'B'}`),
        '',
      ].join('\n')
    }
    return codes
  })
  const amounts = generator.chance(0.3)
  const crossings = !amounts && generator.chance(0.2)
  const size = 12 + generator.below(most)
  const skew = 1 + 2 * generator.uniform()
  const records = Array.from({ length: size }, (_, at) => ({
    codes: leaves.map((codes) => codes[Math.floor(codes.length * generator.uniform() ** skew)]!),
    person: `p${amounts || crossings ? generator.below(Math.ceil(size / 2)) : at}`,
    amount: Math.floor(1000 * generator.uniform() ** 3),
  }))
  return {
    records,
    columns,
    hierarchies,
    spec: {
      dimensions: columns.map((column) =>
        hierarchies[column] === undefined ? { column } : { column, hierarchy: `${column}.csv` },
      ),
      measure: amounts ? { sum: 'amount' } : { count: true },
      ...(amounts || crossings ? { person: 'person' } : {}),
      primary: drawRules(generator, amounts),
      tables: drawTables(generator, columns),
    },
  }
}

function drawRules(generator: Xoshiro128, amounts: boolean): Specification['primary'] {
  if (amounts && generator.chance(0.5))
    return { pPercent: 5 + generator.below(20), contributors: 1 }
  if (amounts) return { dominance: [1 + generator.below(2), 70 + generator.below(20)] }
  const threshold = 2 + generator.below(4)
  return generator.chance(0.15) ? { threshold, group: generator.below(2) } : { threshold }
}

function drawTables(generator: Xoshiro128, columns: readonly string[]): string[][] {
  const order = [...columns].sort(() => (generator.chance(0.5) ? 1 : -1))
  if (order.length < 3 || generator.chance(0.4)) return [order]
  const shared = 1 + generator.below(order.length - 2)
  const cut = shared + Math.ceil((order.length - shared) / 2)
  const second = [...order.slice(0, shared), ...order.slice(cut)]
  return second.length === shared ? [order] : [order.slice(0, cut), second]
}

/** The records some time later: some added and, where `corrected`, some coded anew or taken out. */
export function reviseRecords(
  release: RandomRecords,
  seed: number,
  corrected: boolean,
): RandomRecords {
  const generator = new Xoshiro128(seed, 78)
  const pick = () => release.records[generator.below(release.records.length)]!
  const records = [...release.records]
  const changes = 1 + generator.below(4)
  for (let at = 0; at < changes; at += 1) {
    const [one, other] = [pick(), pick()]
    if (!corrected) {
      const codes = one.codes.map((code, d) => (generator.chance(0.5) ? code : other.codes[d]!))
      const amount = Math.floor(1000 * generator.uniform() ** 3)
      records.push({ codes, person: `later${at}`, amount })
      continue
    }
    const place = records.indexOf(one)
    if (place === -1) continue
    const codes = one.codes.map((code, d) => (d === 0 ? other.codes[d]! : code))
    if (generator.chance(0.3)) records.splice(place, 1)
    else records[place] = { ...one, codes }
  }
  return { ...release, records }
}

/** Cells of its tables, at most. */
export function cellsUpTo({ columns, records, hierarchies, spec }: RandomRecords): number {
  const size = (column: string) => {
    const d = columns.indexOf(column)
    const codes = new Set(records.map((record) => record.codes[d]!)).size
    return codes + 1 + (hierarchies[column] === undefined ? 0 : 2)
  }
  return spec.tables.reduce(
    (sum, table) => sum + table.reduce((product, column) => product * size(column), 1),
    0,
  )
}

/** The records as a CSV file. */
export function recordsCsv(release: RandomRecords): string {
  const rows = release.records.map(({ codes, person, amount }) =>
    [person, ...codes, amount].join(','),
  )
  return [['person', ...release.columns, 'amount'].join(','), ...rows, ''].join('\n')
}
