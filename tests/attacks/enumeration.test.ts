import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attack, type Solver } from '@caudal/methods/protect'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { protectMicrodata } from '../../packages/platform/src/protect/service.ts'
import { solverInThisThread } from '../../packages/platform/src/protect/solver/testing-solver.ts'
import { cellsOf, listTables, readRelease, type SeenCell } from './enumerating-attacker.ts'

/** Releases protected through their door; `CAUDAL_ENUMERATIONS=200` for a campaign. */
const releases = Number(process.env['CAUDAL_ENUMERATIONS'] ?? 4)

let folder: string
let solver: Solver

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-enumeration-'))
  solver = await solverInThisThread()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface SmallRelease {
  readonly columns: readonly string[]
  readonly hierarchy: boolean
  readonly tables: readonly (readonly string[])[]
  readonly threshold: number
  /** The codes of each person; those who came later stand last. */
  readonly persons: readonly (readonly string[])[]
  readonly later: number
}

/** So few persons and codes that every table can be listed. SYNTHETIC. */
function drawSmall(seed: number): SmallRelease {
  const generator = new Xoshiro128(seed, 81)
  const isLinked = generator.chance(0.4)
  const hierarchy = !isLinked && generator.chance(0.4)
  const columns = isLinked ? ['a', 'b', 'c'] : ['a', 'b']
  const leaves = columns.map((column, at) =>
    Array.from(
      { length: isLinked ? 2 : at === 0 && hierarchy ? 4 : 2 + generator.below(2) },
      (_, n) => `${column}${n + 1}`,
    ),
  )
  const count = 8 + generator.below(8)
  const later = generator.below(3)
  const persons = Array.from({ length: count + later }, () =>
    leaves.map((codes) => codes[Math.floor(codes.length * generator.uniform() ** 1.7)]!),
  )
  const tables = isLinked
    ? [
        ['a', 'b'],
        ['a', 'c'],
      ]
    : [columns]
  return { columns, hierarchy, tables, threshold: 2 + generator.below(2), persons, later }
}

/** Writes a release down and protects it by its door. */
async function protectSmall(small: SmallRelease, name: string, count: number, earlier: string[]) {
  const path = (file: string) => join(folder, file)
  const { columns, hierarchy, tables, threshold, persons } = small
  if (hierarchy) writeFileSync(path('a.csv'), 'code,parent\nA,\nB,\na1,A\na2,A\na3,B\na4,B\n')
  writeFileSync(
    path('spec.json'),
    JSON.stringify({
      dimensions: columns.map((column) =>
        hierarchy && column === 'a' ? { column, hierarchy: 'a.csv' } : { column },
      ),
      measure: { count: true },
      primary: { threshold },
      tables,
    }),
  )
  const lines = persons.slice(0, count).map((codes) => codes.join(','))
  writeFileSync(path('records.csv'), [columns.join(','), ...lines, ''].join('\n'))
  await protectMicrodata(path('records.csv'), path('spec.json'), path(name), undefined, earlier)
  return readRelease(path(name))
}

const sumOf = (atoms: readonly number[], numbers: readonly number[]) =>
  atoms.reduce((sum, atom) => sum + numbers[atom]!, 0)

/** Who attacks: what each knows of the cells asked about, at least and exactly. */
interface Knowing {
  readonly who: string
  allows(values: readonly number[]): boolean
}

function attackersOf(asked: readonly SeenCell[], truth: readonly number[], persons: number[][]) {
  const values = asked.map(({ atoms }) => sumOf(atoms, truth))
  const readers: Knowing[] = [
    { who: 'the public', allows: () => true },
    { who: 'who reads zeros', allows: (seen) => seen.every((value) => value > 0) },
  ]
  const contributors = persons.map((own, at): Knowing => {
    const inside = asked.map(({ atoms }) => atoms.some((atom) => own.includes(atom)))
    return {
      who: `person ${at}`,
      allows: (seen) =>
        seen.every(
          (value, cell) =>
            value > 0 && (!inside[cell] || values[cell] !== 1 || value === values[cell]),
        ),
    }
  })
  return [...readers, ...contributors]
}

describe('a stranger who lists every table that is possible', () => {
  test(
    'finds no cell of few persons told too closely, by a release or by it and its revision',
    async () => {
      let listed = 0
      for (let seed = 1; listed < releases && seed < 40 * releases; seed += 1) {
        const small = drawSmall(seed)
        const first = small.persons.length - small.later
        const before = await protectSmall(small, 'before', first, [])
        listed += compare(small, [before], [first], seed)
        if (small.later === 0) continue
        const after = await protectSmall(small, 'after', small.persons.length, [
          join(folder, 'before'),
        ])
        listed += compare(small, [before, after], [first, small.persons.length], seed)
      }
      expect(listed).toBeGreaterThanOrEqual(releases)
    },
    60_000 + releases * 10_000,
  )

  /** @returns 1 where all tables could be listed, else 0 */
  function compare(
    small: SmallRelease,
    read: readonly ReturnType<typeof readRelease>[],
    counts: readonly number[],
    seed: number,
  ): number {
    const own = read.map(cellsOf)
    const { atoms } = own[0]!
    const place = (codes: readonly string[]) =>
      atoms.findIndex((atom) => small.columns.every((column, d) => atom.get(column) === codes[d]))
    // a later release may have codes that the first had not: its persons are then told by more atoms
    if (own.some((each) => each.atoms.length !== atoms.length)) return 0
    const width = atoms.length
    const numbers = Array.from({ length: width * counts.length }, () => 0)
    const parts: number[][] = []
    small.persons.slice(0, counts.at(-1)).forEach((codes, person) => {
      const vintage = counts.findIndex((count) => person < count)
      const atom = place(codes) + vintage * width
      numbers[atom]! += 1
      parts.push([atom])
    })
    // what is counted in a later release was counted before, or has come since
    const cells = own.flatMap(({ cells: each }, vintage) =>
      each.map((cell) => ({
        ...cell,
        name: `${vintage}: ${cell.name}`,
        atoms: Array.from({ length: vintage + 1 }, (_, n) =>
          cell.atoms.map((a) => a + n * width),
        ).flat(),
      })),
    )
    const hidden = cells.filter(({ value }) => value === undefined)
    const added =
      own.length === 1
        ? []
        : own[0]!.cells.map((cell) => ({ ...cell, atoms: cell.atoms.map((a) => a + width) }))
    const asked = [...hidden, ...added]
    const known = cells.filter(({ value }) => value !== undefined)
    const tables = listTables(
      numbers.length,
      known.map(({ atoms: of, value: is }) => ({ of, is })),
      asked.map(({ atoms: of }) => ({ of, is: undefined })),
      { cap: small.threshold + 1, most: 400_000 },
    )
    if (tables === undefined) return 0
    const truth = asked.map(({ atoms: of }) => sumOf(of, numbers))
    expect(tables.map(String), `release ${seed}`).toContain(truth.join())
    for (const knowing of attackersOf(hidden, numbers, parts)) {
      const possible = tables.filter((values) => knowing.allows(values.slice(0, hidden.length)))
      asked.forEach((cell, at) => {
        const value = truth[at]!
        const few = value > 0 && value < small.threshold
        // nobody is protected from himself, and a secondary cell needs no protection
        const person = Number(/^person (\d+)$/.exec(knowing.who)?.[1] ?? -1)
        const isOwn = person >= 0 && cell.atoms.includes(parts[person]![0]!)
        if (!few || isOwn) return
        const seen = possible.map((values) => values[at]!)
        const low = Math.min(...seen)
        const high = Math.max(...seen)
        const told = { seed, release: counts.length, who: knowing.who, cell: cell.name, low, high }
        expect({ ...told, isOpen: high >= small.threshold && high > low }).toEqual({
          ...told,
          isOpen: true,
        })
      })
    }
    if (counts.length === 1) expectClaimsToHold(hidden, tables, seed)
    return 1
  }

  /** What the node says that the attack could not rule out is possible indeed. */
  function expectClaimsToHold(
    hidden: readonly SeenCell[],
    tables: readonly number[][],
    seed: number,
  ) {
    const ledger = JSON.parse(readFileSync(join(folder, 'before', 'ledger.json'), 'utf8')) as {
      tables: {
        dimensions: string[]
        rows: { codes: string[]; open?: [number, number | null] }[]
      }[]
    }
    for (const { dimensions, rows } of ledger.tables) {
      for (const { codes, open } of rows) {
        if (open === undefined) continue
        const name = dimensions
          .flatMap((column, d) => (codes[d] === '_T' ? [] : [`${column}=${codes[d]}`]))
          .sort()
          .join(' ')
        const at = hidden.findIndex((cell) => cell.name === `0: ${name}`)
        const seen = tables.map((values) => values[at]!)
        expect({ seed, name, low: open[0] }).toEqual({
          seed,
          name,
          low: Math.max(open[0], Math.min(...seen)),
        })
        if (open[1] === null) continue
        expect({ seed, name, high: open[1] }).toEqual({
          seed,
          name,
          high: Math.min(open[1], Math.max(...seen)),
        })
      }
    }
  }

  test('finds the same least and greatest values as the attacker, whatever is hidden', async () => {
    let compared = 0
    for (let seed = 1; seed <= 60; seed += 1) {
      const generator = new Xoshiro128(seed, 82)
      const [rows, columns] = [2 + generator.below(2), 2 + generator.below(3)]
      const numbers = Array.from({ length: rows * columns }, () => generator.below(4))
      const names = (letter: string, count: number) =>
        Array.from({ length: count }, (_, n) => `${letter}${n}`)
      const every = [...names('r', rows), '_T'].flatMap((row, r) =>
        [...names('c', columns), '_T'].map((column, c) => ({
          codes: [row, column],
          of: numbers.flatMap((_, atom) =>
            (r === rows || Math.floor(atom / columns) === r) &&
            (c === columns || atom % columns === c)
              ? [atom]
              : [],
          ),
          // margins are shown more often: where they are not, cells have no greatest value
          hidden: generator.chance(r === rows || c === columns ? 0.15 : 0.6),
        })),
      )
      const hidden = every.filter((cell) => cell.hidden)
      const cap = 60
      const listed = listTables(
        numbers.length,
        every.filter((cell) => !cell.hidden).map(({ of }) => ({ of, is: sumOf(of, numbers) })),
        hidden.map(({ of }) => ({ of, is: undefined })),
        { cap, most: 100_000 },
      )
      if (listed === undefined) continue
      const report = await attack(
        [
          {
            name: 't',
            dimensions: ['r', 'c'],
            rows: every.map(({ codes, of, hidden: isHidden }) => ({
              codes,
              value: isHidden ? null : sumOf(of, numbers),
            })),
          },
        ],
        {},
        // more than any table can hold: every cell is a leak, with its exact bounds
        hidden.map(({ codes }) => ({ cell: nameOf(codes), reach: Number.MAX_SAFE_INTEGER })),
        solver,
        { whole: true },
      )
      hidden.forEach(({ codes }, at) => {
        const seen = listed.map((values) => values[at]!)
        const leak = report.leaks.find(({ cell }) => cell === nameOf(codes))
        const greatest = Math.max(...seen)
        const interval = [Math.min(...seen), greatest >= cap ? Number.POSITIVE_INFINITY : greatest]
        if (leak === undefined) return expect([seed, interval[1]]).toEqual([seed, Infinity])
        expect([seed, ...codes, leak.low, leak.high]).toEqual([seed, ...codes, ...interval])
        compared += 1
      })
    }
    expect(compared).toBeGreaterThan(150)
  })

  const nameOf = ([row, column]: readonly string[]) =>
    [column === '_T' ? [] : `c=${column}`, row === '_T' ? [] : `r=${row}`].flat().join('|')
})
