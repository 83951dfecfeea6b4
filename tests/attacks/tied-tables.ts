import {
  makeDimension,
  makeProgramme,
  type Figures,
  type Programme,
} from '../../packages/methods/src/protect/index.ts'
import { eventsOf, type DrawnPermit } from './tied-records.ts'

export const cubes = {
  permits: { id: 'permits', last: 'decision', of: ({ decision }: DrawnPermit) => [decision] },
  events: { id: 'permit-events', last: 'event', of: eventsOf },
} as const
export const trees = { sex: 'sex', type: 'permit_type', procedure: 'procedure' }

/** Tables of a cube: by sex and type, each by what was decided or happened; sometimes by procedure. */
export function tablesOf(cube: keyof typeof cubes, permits: readonly DrawnPermit[], seed: number) {
  const { last, of } = cubes[cube]
  const rows = permits.flatMap((permit) =>
    of(permit).map((each) => ({
      person: permit.person,
      codes: [permit.sex, permit.type, permit.procedure, each],
    })),
  )
  const dimensions = [...Object.values(trees), last].map((name, at) =>
    makeDimension(name, new Set(rows.map(({ codes }) => codes[at]!))),
  )
  const sets = [
    [0, 3],
    [1, 3],
    ...(seed % 3 === 0 ? [[2, 3]] : []),
    ...(seed % 4 === 1 ? [[0, 1, 3]] : []),
  ]
  const programme = makeProgramme(dimensions, sets)
  return { programme, figures: countRows(programme, rows, sets) }
}

function countRows(
  programme: Programme,
  rows: readonly { person: string; codes: readonly string[] }[],
  sets: readonly (readonly number[])[],
): Figures {
  const parts = Array.from({ length: programme.cellCount }, () => new Map<string, number>())
  for (const { person, codes } of rows) {
    const cells = new Set<number>()
    for (const set of sets) {
      for (let mask = 0; mask < 2 ** set.length; mask += 1) {
        const at = programme.dimensions.map(({ total, codes: own }, d) =>
          set.includes(d) && (mask >> set.indexOf(d)) % 2 === 1 ? own.indexOf(codes[d]!) : total,
        )
        const cell = programme.find(at)
        if (cell !== undefined) cells.add(cell)
      }
    }
    for (const cell of cells) parts[cell]!.set(person, (parts[cell]!.get(person) ?? 0) + 1)
  }
  const ranked = parts.map((own) => [...own.values()].toSorted((a, b) => b - a))
  return {
    values: Float64Array.from(ranked, (each) => each.reduce((sum, n) => sum + n, 0)),
    contributors: Float64Array.from(ranked, (each) => each.length),
    largest: [0, 1].map((rank) => Float64Array.from(ranked, (each) => each[rank] ?? 0)),
    sole: parts.map((own) => (own.size === 1 ? [...own.keys()][0] : undefined)),
  }
}
