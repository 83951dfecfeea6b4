import {
  findReference,
  levelCodes,
  levelReference,
  listLevels,
  listReferences,
  monthSpan,
  parseAgeCode,
  parsePeriod,
  type CodeLists,
  type Cube,
  type CubeDomain,
  type CubeQuery,
  type LevelReference,
  type ResolvedCondition,
  type TopRows,
} from '../measure/index.ts'
import { findCode, isKnownCode, nearestName } from '../vocabulary/index.ts'
import { tableRefusals } from './refusals.ts'
import { resolveCalculation, type ResolvedCalculation } from './resolve-calculation.ts'
import type { Condition, TableSpec } from './table.ts'

/** A specification understood against its cube: the query to ask and what readers must be told. */
export interface ResolvedTable {
  readonly spec: TableSpec
  readonly query: CubeQuery
  /** The conditions as asked, and the one added where a measure is not additive. */
  readonly conditions: readonly ResolvedCondition[]
  /** Codes asked for that occur nowhere in the cube. */
  readonly absent: readonly { readonly reference: LevelReference; readonly code: string }[]
  /** Codes chosen because the measure cannot be added over their dimension: the latest period. */
  readonly chosen: readonly { readonly reference: LevelReference; readonly code: string }[]
  /** Dimensions in the table over which no totals are made. */
  readonly withoutTotals: readonly LevelReference[]
  /** What is shown of the measure, where it is not the figure itself. */
  readonly calculation?: ResolvedCalculation
}

/** Cells that a table may have, unless asked for fewer. */
export const maxTableCells = 100_000

/**
 * Understands a specification: every name checked against the cube, ranges and `latest` turned
 * into codes, and for a measure that is not additive one code taken where none is asked:
 * the latest period, or the code that the dimension shows alone.
 *
 * @throws Refusal that names what is not known, the nearest that is, and what to do
 */
export function resolveTable(
  cube: Cube,
  spec: TableSpec,
  domain: CubeDomain,
  lists: CodeLists,
  maxCells: number = maxTableCells,
): ResolvedTable {
  const measure = resolveMeasure(cube, spec.measure)
  const rows = spec.rows.map((name) => resolveReference(cube, name))
  const columns = spec.columns.map((name) => resolveReference(cube, name))
  refuseRepeated([...rows, ...columns])

  const absent: { reference: LevelReference; code: string }[] = []
  const conditions = spec.where.map((condition) =>
    resolveCondition(cube, condition, domain, lists, absent),
  )

  const held = measure.notAdditiveOver ?? []
  const isHeld = ({ dimension }: LevelReference) => held.includes(dimension.id)
  for (const reference of [...rows, ...columns]) {
    if (isHeld(reference) && reference.depth > 0) {
      throw tableRefusals.refuse('level-not-additive', {
        measure: measure.id,
        dimension: reference.id,
        finest: reference.dimension.id,
      })
    }
  }

  const chosen: { reference: LevelReference; code: string }[] = []
  for (const id of held) {
    if ([...rows, ...columns].some(({ dimension }) => dimension.id === id)) continue
    const reference = levelReference(
      cube.dimensions.find((dimension) => dimension.id === id)!,
      0,
    )
    const allowed = allowedCodes(reference, conditions, domain)
    const alone = reference.dimension.shownAlone
    const code = alone !== undefined && allowed.includes(alone) ? alone : allowed.at(-1)
    if (allowed.length < 2 || code === undefined) continue
    chosen.push({ reference, code })
    conditions.push({ reference, codes: [code] })
  }

  const heldRow = rows.find(isHeld)
  const heldColumn = columns.findIndex(isHeld)
  const top = spec.top === undefined ? undefined : resolveTop(spec, rows, heldRow, measure.id)
  const rankedBy =
    heldColumn < 0
      ? undefined
      : { column: heldColumn, code: allowedCodes(columns[heldColumn]!, conditions, domain).at(-1) }
  const query: CubeQuery = {
    measure,
    rows,
    columns,
    where: conditions,
    ...(top && {
      top:
        rankedBy?.code === undefined
          ? top
          : { ...top, rankedBy: { column: rankedBy.column, code: rankedBy.code } },
    }),
    margins: {
      rows: heldColumn < 0,
      columns: heldRow === undefined,
      grand: heldColumn < 0 && heldRow === undefined,
    },
    maxCells,
  }
  const calculation =
    spec.show &&
    resolveCalculation(cube, spec.show, query, domain, (reference) =>
      allowedCodes(reference, conditions, domain),
    )
  return {
    spec,
    conditions,
    absent,
    chosen,
    withoutTotals: [...rows, ...columns].filter(isHeld),
    ...(calculation && { calculation }),
    query,
  }
}

/** Codes of a level that the conditions on its own dimension leave, in display order. */
export function allowedCodes(
  reference: LevelReference,
  conditions: readonly ResolvedCondition[],
  domain: CubeDomain,
): string[] {
  const id = reference.dimension.id
  const finest = domain[id]?.[0]?.codes ?? []
  const own = conditions.filter((condition) => condition.reference.dimension.id === id)
  const target = domain[id]?.[reference.depth]
  if (!target) return []
  const kept = new Set<string>()
  finest.forEach((_, ordinal) => {
    const holds = own.every(({ reference: { depth }, codes }) => {
      const level = domain[id]![depth]!
      return codes.includes(level.codes[level.of[ordinal]!]!)
    })
    if (holds) kept.add(target.codes[target.of[ordinal]!]!)
  })
  return target.codes.filter((code) => kept.has(code))
}

/** The level a name refers to, or the refusal that says which names there are. */
export function resolveReference(cube: Cube, name: string): LevelReference {
  const found = findReference(cube, name)
  if (found) return found
  const [dimensionId = '', levelId] = name.split('.')
  const dimension = cube.dimensions.find(({ id }) => id === dimensionId)
  if (dimension) {
    throw tableRefusals.refuse('level-unknown', {
      dimension: dimensionId,
      level: (levelId ?? '').slice(0, 80),
      valid: listLevels(dimension)
        .map(({ id }) => `${dimensionId}.${id}`)
        .join(', '),
    })
  }
  const names = listReferences(cube).map(({ id }) => id)
  const byLabel = cube.dimensions.find(({ label }) =>
    Object.values(label).some((text) => text.toLowerCase() === name.toLowerCase()),
  )
  const valid = cube.dimensions.map(({ id }) => id).join(', ')
  throw tableRefusals.refuse('dimension-unknown', {
    cube: cube.id,
    dimension: name.slice(0, 80),
    nearest: byLabel?.id ?? nearestName(name, names) ?? valid,
    valid,
  })
}

function resolveMeasure(cube: Cube, id: string | undefined) {
  const measure = id === undefined ? cube.measures[0] : cube.measures.find((each) => each.id === id)
  if (measure) return measure
  const names = cube.measures.map((each) => each.id)
  throw tableRefusals.refuse('measure-unknown', {
    cube: cube.id,
    measure: String(id).slice(0, 80),
    nearest: nearestName(String(id), names) ?? names[0] ?? '',
    valid: names.join(', '),
  })
}

function refuseRepeated(references: readonly LevelReference[]): void {
  const seen = new Set<string>()
  for (const { id, dimension, depth } of references) {
    const key = `${dimension.id} ${depth}`
    if (seen.has(key)) throw tableRefusals.refuse('dimension-repeated', { dimension: id })
    seen.add(key)
  }
}

function resolveTop(
  spec: TableSpec,
  rows: readonly LevelReference[],
  held: LevelReference | undefined,
  measure: string,
): TopRows {
  if (rows.length === 0) throw tableRefusals.refuse('top-without-rows')
  if (held) throw tableRefusals.refuse('top-not-additive', { dimension: held.id, measure })
  return { rows: spec.top!, least: spec.sort === 'total' || spec.sort === 'last' }
}

function resolveCondition(
  cube: Cube,
  condition: Condition,
  domain: CubeDomain,
  lists: CodeLists,
  absent: { reference: LevelReference; code: string }[],
): ResolvedCondition {
  const reference = levelOfCodes(resolveReference(cube, condition.dimension), condition, domain)
  const occurring = levelCodes(domain, reference.dimension.id, reference.depth)
  if (condition.latest !== undefined) {
    if (reference.dimension.kind !== 'time') {
      throw tableRefusals.refuse('latest-without-time', {
        dimension: reference.id,
        valid: listReferences(cube)
          .filter(({ dimension }) => dimension.kind === 'time')
          .map(({ id }) => id)
          .join(', '),
      })
    }
    const periods = occurring.filter((code) => monthSpan(code) !== undefined)
    return { reference, codes: periods.slice(-condition.latest) }
  }
  if (condition.range) return { reference, codes: inRange(reference, condition.range, occurring) }

  const listId = reference.level.codeList ?? reference.dimension.codeList
  const list = listId === undefined ? undefined : lists.get(listId)
  const codes: string[] = []
  for (const code of condition.codes ?? []) {
    if (occurring.includes(code)) codes.push(code)
    else if (isPlausible(reference, code) || (list && isKnownCode(list, code))) {
      absent.push({ reference, code })
    } else {
      const meant = list && findCode(list, code)?.code
      throw tableRefusals.refuse('code-unknown', {
        cube: cube.id,
        dimension: reference.id,
        given: code.slice(0, 80),
        nearest: meant ?? nearestName(code, occurring) ?? (occurring.slice(0, 5).join(', ') || '—'),
      })
    }
  }
  return { reference, codes }
}

/**
 * The level that periods and ages are codes of, where a condition names none: `time:2020-03` is the month
 * of a cube of days, `age:Y20T24` the group of a cube of single years.
 */
function levelOfCodes(
  reference: LevelReference,
  { codes = [], range }: Condition,
  domain: CubeDomain,
): LevelReference {
  const { dimension, depth } = reference
  if (depth > 0 || (dimension.kind !== 'time' && dimension.kind !== 'age')) return reference
  const given = range ?? codes
  const occursAt = (level: LevelReference, code: string) =>
    levelCodes(domain, dimension.id, level.depth).includes(code)
  const isPeriod = dimension.kind === 'time' && given.every((code) => monthSpan(code))
  if (given.length === 0 || given.some((code) => occursAt(reference, code))) return reference
  const coarser = listLevels(dimension)
    .map((_, at) => levelReference(dimension, at))
    .slice(1)
    .find((level) =>
      isPeriod && range !== undefined
        ? given.some((code) => isPlausible(level, code))
        : given.every((code) => occursAt(level, code) || (isPeriod && isPlausible(level, code))),
    )
  const hasDay = given.some((code) => parsePeriod(code)?.kind === 'day')
  return coarser === undefined || hasDay ? reference : coarser
}

/** A period or an age group that could occur, though it does not. */
function isPlausible({ dimension, level, depth }: LevelReference, code: string): boolean {
  if (dimension.kind === 'age') return parseAgeCode(code) !== undefined
  if (dimension.kind !== 'time') return false
  const { kind } = level.from
  if (kind === 'year') return /^\d{4}$/.test(code)
  if (kind === 'quarter') return /^\d{4}-Q[1-4]$/.test(code)
  if (kind === 'month') return /^\d{4}-(0[1-9]|1[0-2])$/.test(code)
  return depth === 0 && monthSpan(code) !== undefined
}

/** Codes between two others, both included: periods that lie within, ages from bound to bound. */
function inRange(
  reference: LevelReference,
  [from, to]: readonly [string, string],
  occurring: readonly string[],
): string[] {
  const { dimension } = reference
  const span = dimension.kind === 'time' ? daySpan : dimension.kind === 'age' ? ageSpan : undefined
  if (!span) throw tableRefusals.refuse('range-without-order', { dimension: reference.id })
  const [start, end] = [span(from), span(to)]
  if (!start || !end) {
    const code = (start ? to : from).slice(0, 80)
    throw tableRefusals.refuse('parameter-invalid', {
      parameter: `where=${reference.id}`,
      value: code,
      expected: `${reference.id}:${occurring[0] ?? from}..${occurring.at(-1) ?? to}`.slice(0, 120),
    })
  }
  if (start[0] > end[1]) {
    throw tableRefusals.refuse('range-backwards', { dimension: reference.id, from, to })
  }
  return occurring.filter((code) => {
    const own = span(code)
    return own !== undefined && own[0] >= start[0] && own[1] <= end[1]
  })
}

/** The days of a period; months of 31, since only their order counts here. */
function daySpan(code: string): readonly [number, number] | undefined {
  const months = monthSpan(code)
  if (months === undefined) return undefined
  const day = parsePeriod(code)!.kind === 'day' ? Number(code.slice(8)) : undefined
  return [months[0] * 31 + (day ?? 1), months[1] * 31 + (day ?? 31)]
}

function ageSpan(code: string): readonly [number, number] | undefined {
  const group = parseAgeCode(code)
  return group && [group.from, group.to ?? Infinity]
}
