import type {
  Dimension,
  LedgerEntry,
  LedgerTable,
  Solver,
} from '../../packages/methods/src/protect/index.ts'
import { isCounted, liesIn, type Crossing, type World } from './selected-records.ts'

// A stranger's model of releases that show selections: every combination of leaves that a crossing can have is an
// unknown of its own, and each figure shown the sum of those in it. It knows nothing of totals, parts and rests. Releases of a later
// vintage show what was there and what was added since, which are unknowns apart; where records were taken out, what there is
// then and what there is now are two unknowns of which neither tells anything of the other.

export interface SelectedFinding {
  readonly who: string
  readonly cell: string
  readonly low: number
  readonly high: number
}

const threshold = 3

interface Cell {
  readonly key: string
  readonly leaves: readonly number[]
  /** Of a change where records were taken out: what there was before. */
  readonly before?: readonly number[]
  readonly truth: number
  readonly persons: ReadonlyMap<string, number>
  readonly shown: boolean
  readonly mayBeEmpty: boolean
  readonly vintage: string
}

const leafOf = ({ leaves }: World, { leaves: own }: Crossing): number =>
  leaves.findIndex((leaf) => leaf.every((code, d) => code === own[d]))

const isCorrected = (crossings: readonly Crossing[]) =>
  crossings.some(({ isTakenOut }) => isTakenOut === true)

/** The unknowns that a crossing is counted in: those of what came to be known later stand behind all others. */
function unknownsOf(world: World, crossing: Crossing, isAnew: boolean): number[] {
  const leaf = leafOf(world, crossing)
  const later = leaf + world.leaves.length
  if (!isAnew) return [crossing.isAdded === true ? later : leaf]
  return [...(isCounted(crossing, 'a') ? [leaf] : []), ...(isCounted(crossing, 'b') ? [later] : [])]
}

/**
 * Attacks all releases together; finds sensitive cells that are open too little, and were not before the
 * last of them: what is told cannot be taken back.
 */
export async function attackSelected(
  entries: readonly LedgerEntry[],
  crossings: readonly Crossing[],
  solver: Solver,
  world: World,
): Promise<{ readonly findings: SelectedFinding[]; readonly attacked: number }> {
  const cells = cellsOf(entries, crossings, world)
  const last = entries.at(-1)!
  const before = [...cellsOf([...entries.slice(0, -1), silenced(last)], crossings, world).values()]
  const findings: SelectedFinding[] = []
  let attacked = 0
  const isSensitive = ({ shown, persons }: Cell) =>
    !shown && persons.size > 0 && persons.size < threshold
  const sensitive = [...cells.values(), ...changes(cells, crossings, world)].filter(isSensitive)
  const persons = new Set(
    [...cells.values()].flatMap((cell) =>
      !cell.shown && cell.persons.size === 1 ? [...cell.persons.keys()] : [],
    ),
  )
  for (const person of [undefined, ...persons]) {
    for (const cell of sensitive) {
      // nobody is protected from himself
      if (person !== undefined && cell.persons.has(person)) continue
      attacked += 1
      const askWith = (known: readonly Cell[]) =>
        intervalOf(cell, known, crossings, person, solver, world)
      const [low, high] = await askWith([...cells.values()])
      if (isOpen(low, high) || !isOpen(...(await askWith(before)))) continue
      findings.push({ who: person ?? 'public', cell: cell.key, low, high })
    }
  }
  return { findings, attacked }
}

/** A release that shows nothing: whoever is alone in a cell knows that without it. */
const silenced = (entry: LedgerEntry): LedgerEntry => ({
  ...entry,
  mayHideZeros: true,
  tables: entry.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, hidden: true })),
  })),
})

/** What was added to, or taken out of, cells that are in releases of both vintages. */
function changes(
  cells: ReadonlyMap<string, Cell>,
  crossings: readonly Crossing[],
  world: World,
): Cell[] {
  return [...cells.values()].flatMap((cell): Cell[] => {
    const before = cells.get(cell.key.replace(/^b/, 'a'))
    if (cell.vintage !== 'b' || before === undefined || cell.truth === before.truth) return []
    const inside = crossings.filter((crossing) => before.leaves.includes(leafOf(world, crossing)))
    const changed = inside.filter((each) => isCounted(each, 'a') !== isCounted(each, 'b'))
    const key = cell.key.replace(/^b/, 'changed')
    const truth = cell.truth - before.truth
    const change = { ...cell, key, truth, shown: false, persons: count(changed) }
    if (isCorrected(crossings)) return [{ ...change, before: before.leaves }]
    return [{ ...change, leaves: cell.leaves.filter((leaf) => leaf >= world.leaves.length) }]
  })
}

function count(crossings: readonly Crossing[]): Map<string, number> {
  const persons = new Map<string, number>()
  for (const { person } of crossings) persons.set(person, (persons.get(person) ?? 0) + 1)
  return persons
}

const isOpen = (low: number, high: number) => high > low && (high >= threshold || low <= -threshold)

function cellsOf(entries: readonly LedgerEntry[], crossings: readonly Crossing[], world: World) {
  const { dimensions, leaves } = world
  const placesOf = (table: LedgerTable, row: LedgerTable['rows'][number]) =>
    placesIn(dimensions, table, row)
  const depthOf = (codes: readonly number[]) => stepsUp(dimensions, codes)
  const cells = new Map<string, Cell>()
  const isAnew = isCorrected(crossings)
  for (const { tables, mayHideZeros, vintage } of entries) {
    const counted = crossings.filter((crossing) => isCounted(crossing, vintage))
    const rows = tables.flatMap((table) => table.rows)
    const shows = new Set(
      tables.flatMap((table) =>
        table.rows
          .filter(({ hidden }) => hidden !== true)
          .map((row) => depthOf(placesOf(table, row))),
      ),
    )
    const hidesLevels = rows.some(({ rule }) => rule === 'level')
    const hidesZeros = rows.some(({ rule, value }) => rule === 'earlier' && value === 0)
    for (const table of tables) {
      for (const row of table.rows) {
        const { hidden } = row
        const own = placesOf(table, row)
        const key = [vintage, ...own.map((code, d) => dimensions[d]!.codes[code])].join(' ')
        const before = cells.get(key)
        const at = [...leaves.keys()].filter((leaf) =>
          leaves[leaf]!.every((code, d) => liesIn(dimensions[d]!, code, own[d]!)),
        )
        const later = at.map((leaf) => leaf + leaves.length)
        const inside = counted.filter((crossing) => at.includes(leafOf(world, crossing)))
        // the last resort hides zeros too
        const isLevel =
          mayHideZeros === true || hidesZeros || (hidesLevels && !shows.has(depthOf(own)))
        cells.set(key, {
          key,
          vintage,
          persons: count(inside),
          truth: inside.length,
          shown: hidden !== true || before?.shown === true,
          // what is hidden with all of its level may be empty, if nothing else says otherwise
          mayBeEmpty: (hidden !== true || isLevel) && (before?.mayBeEmpty ?? true),
          leaves: vintage === 'a' ? at : isAnew ? later : [...at, ...later],
        })
      }
    }
  }
  return cells
}

/** The codes of a row, the total of dimensions that its table has not. */
const placesIn = (
  dimensions: readonly Dimension[],
  { dimensions: names }: LedgerTable,
  { codes }: LedgerTable['rows'][number],
): number[] =>
  dimensions.map(({ name, codes: all }) => {
    const at = names.indexOf(name)
    return all.indexOf(at === -1 ? '_T' : codes[at]!)
  })

/** Steps from codes up to the totals. */
const stepsUp = (dimensions: readonly Dimension[], codes: readonly number[]): number =>
  codes.reduce((sum, code, d) => {
    let steps = 0
    for (let up = dimensions[d]!.parents[code]!; up !== -1; up = dimensions[d]!.parents[up]!)
      steps += 1
    return sum + steps
  }, 0)

async function intervalOf(
  wanted: Cell,
  cells: readonly Cell[],
  crossings: readonly Crossing[],
  person: string | undefined,
  solver: Solver,
  world: World,
): Promise<[low: number, high: number]> {
  const starts = [0]
  const columns: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  for (const { leaves: own, truth, persons, shown, mayBeEmpty } of cells) {
    const isKnown = shown || (person !== undefined && persons.size === 1 && persons.has(person))
    columns.push(...own)
    starts.push(columns.length)
    lower.push(isKnown ? truth : mayBeEmpty ? 0 : 1)
    upper.push(isKnown ? truth : Number.POSITIVE_INFINITY)
  }
  const width = 2 * world.leaves.length
  const least = new Float64Array(width)
  const isAnew = isCorrected(crossings)
  for (const crossing of crossings) {
    if (crossing.person !== person) continue
    for (const unknown of unknownsOf(world, crossing, isAnew)) least[unknown]! += 1
  }
  const cost = new Float64Array(width)
  for (const leaf of wanted.leaves) cost[leaf] = 1
  for (const leaf of wanted.before ?? []) cost[leaf] = -1
  const open = await solver.open({
    maximise: true,
    cost,
    lower: least,
    upper: new Float64Array(width).fill(1e4),
    whole: new Int32Array(width).fill(1),
    rows: {
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      factors: new Float64Array(columns.length).fill(1),
    },
  })
  try {
    const most = await open.solve()
    const fewest = await open.solve({ maximise: false })
    return [Math.round(fewest.objective), Math.round(most.objective)]
  } finally {
    await open.close()
  }
}
