import {
  keepFirst,
  keepTop,
  levelCodes,
  type CellProtection,
  type CubeDomain,
  type CubeQuery,
  type FixedCells,
  type LevelReference,
  type QueryAnswer,
} from '../../measure/index.ts'
import type { CellsAsked } from './fixed-cells.ts'

/** A cell of a fixed hypercube as it is shown: `codes` along its axes in their order. */
export interface ShownCell {
  readonly codes: readonly string[]
  /** Null where a release withholds it, or nobody knows it. */
  readonly value: number | null
  /** There is no such figure for anybody: the records of its persons are not linked. */
  readonly isMissing?: boolean
  /** Whether it stands exactly as a release shows it; else it is perturbed. */
  readonly isReleased: boolean
}

/** One of the questions that a table consists of, with the cells that answer it. */
export interface AnsweredPart {
  readonly fixed: FixedCells
  readonly cells: readonly ShownCell[]
}

/** The questions that a table consists of: its cells, and its margins, which are cells of their own. */
export const tableParts = ['cells', 'rows', 'columns', 'grand'] as const
export type TablePart = (typeof tableParts)[number]

/** What a part of a table asks for; undefined where the table has no such margin. */
export function askPart(part: TablePart, query: CubeQuery): CellsAsked | undefined {
  const { rows, columns, where, margins } = query
  switch (part) {
    case 'cells':
      return { rows, columns, where }
    case 'rows':
      return margins.rows ? { rows, columns: [], where } : undefined
    case 'columns':
      return margins.columns ? { rows: [], columns, where } : undefined
    case 'grand':
      return margins.grand ? { rows: [], columns: [], where } : undefined
  }
}

/**
 * The answer to a question from cells that are perturbed or released. Margins are cells of their own,
 * not sums of what is shown; where a question asks for more than fixed cells, cells as shown are
 * added. What would contain a withheld cell is withheld; so are distinct persons of several fixed cells,
 * which do not add up.
 *
 * Cells shown as 0 are left out, so that a code of which nothing is shown looks like one without records.
 */
export function perturbedAnswer(
  query: CubeQuery,
  parts: Readonly<Partial<Record<TablePart, AnsweredPart>>>,
  domain: CubeDomain,
): QueryAnswer {
  const { rows: byRow, columns: byColumn } = query
  const adds = query.measure.aggregate !== 'distinct'
  const cells = gather(parts.cells!, byRow, byColumn, domain, adds)
  const rowMargin = parts.rows && gather(parts.rows, byRow, [], domain, adds)
  const columnMargin = parts.columns && gather(parts.columns, [], byColumn, domain, adds)
  const grand = parts.grand && gather(parts.grand, [], [], domain, adds).get(keyOf([], []))
  const rows = keyNumbers()
  const columns = keyNumbers()
  const cellRows: number[] = []
  const cellColumns: number[] = []
  const values: (number | null)[] = []
  for (const { row, column, value } of cells.values()) {
    if (value === 0) continue
    cellRows.push(rows.numberOf(row))
    cellColumns.push(columns.numberOf(column))
    values.push(value)
  }
  const answer: QueryAnswer = {
    cellRows,
    cellColumns,
    values,
    rows: rows.keys,
    columns: columns.keys,
    rowTotals: rowMargin ? rows.keys.map((key) => valueIn(rowMargin.get(keyOf(key, [])))) : null,
    columnTotals: columnMargin
      ? columns.keys.map((key) => valueIn(columnMargin.get(keyOf([], key))))
      : null,
    grandTotal: valueIn(grand),
    protectionOf(row, column) {
      const found =
        row && column
          ? cells.get(keyOf(row, column))
          : row
            ? rowMargin?.get(keyOf(row, []))
            : column
              ? columnMargin?.get(keyOf([], column))
              : grand
      return found?.protection
    },
  }
  if (!query.top) return answer
  return adds ? cut(answer, query, domain) : keepFirst(answer, query.top)
}

interface Gathered {
  readonly row: readonly string[]
  readonly column: readonly string[]
  value: number | null
  protection: CellProtection | undefined
}

/** Adds up shown cells by the levels that are shown of them. */
function gather(
  { fixed, cells }: AnsweredPart,
  rows: readonly LevelReference[],
  columns: readonly LevelReference[],
  domain: CubeDomain,
  adds: boolean,
): Map<string, Gathered> {
  const readers = (references: readonly LevelReference[]) =>
    references.map((reference) => codeReader(fixed, reference, domain))
  const [rowReaders, columnReaders] = [readers(rows), readers(columns)]
  const gathered = new Map<string, Gathered>()
  for (const { codes, value, isReleased, isMissing } of cells) {
    const row = rowReaders.map((read) => read(codes))
    const column = columnReaders.map((read) => read(codes))
    const key = keyOf(row, column)
    const before = gathered.get(key)
    if (before === undefined) {
      const withheld = isMissing ? undefined : 'suppressed'
      const protection = value === null ? withheld : isReleased ? 'released' : undefined
      gathered.set(key, { row, column, value, protection })
      continue
    }
    before.value = !adds || before.value === null || value === null ? null : before.value + value
    if (before.value === null) before.protection = 'suppressed'
    else if (!isReleased) before.protection = undefined
  }
  return gathered
}

/** Reads the code of a shown level from the codes of a cell. */
function codeReader(fixed: FixedCells, reference: LevelReference, domain: CubeDomain) {
  const { dimension, depth } = reference
  const at = fixed.axes.findIndex((axis) => axis.reference.dimension.id === dimension.id)
  const { depth: own } = fixed.axes[at]!.reference
  if (own === depth) return (codes: readonly string[]) => codes[at]!
  const [finer, coarser] = [domain[dimension.id]![own]!, domain[dimension.id]![depth]!]
  const shown = new Map<string, string>()
  finer.of.forEach((ordinal, finest) => {
    shown.set(finer.codes[ordinal]!, coarser.codes[coarser.of[finest]!]!)
  })
  return (codes: readonly string[]) => shown.get(codes[at]!)!
}

/** The first rows by what is shown of them; the rest is withheld where it holds a withheld cell. */
function cut(answer: QueryAnswer, query: CubeQuery, domain: CubeDomain): QueryAnswer {
  const ordinals = query.rows.map(
    ({ dimension, depth }) =>
      new Map(levelCodes(domain, dimension.id, depth).map((code, ordinal) => [code, ordinal])),
  )
  const kept = keepTop(answer, query.top!, (one, other) => {
    for (const [level, known] of ordinals.entries()) {
      const places = [one, other].map((row) => known.get(answer.rows[row]![level]!) ?? Infinity)
      if (places[0] !== places[1]) return places[0]! - places[1]!
    }
    return 0
  })
  const { rest } = kept
  if (rest === undefined) return kept
  const shown = new Set(kept.rows)
  const totals = answer.rowTotals?.filter((_, row) => !shown.has(answer.rows[row]!))
  const withheld = new Set<number>()
  answer.values.forEach((value, i) => {
    if (value === null && !shown.has(answer.rows[answer.cellRows[i]!]!)) {
      withheld.add(answer.cellColumns[i]!)
    }
  })
  return {
    ...kept,
    rest: {
      rows: rest.rows,
      values: rest.values.map((value, column) => (withheld.has(column) ? null : value)),
      total:
        !totals || totals.includes(null) ? null : totals.reduce((sum, each) => sum! + each!, 0),
    },
  }
}

function keyNumbers() {
  const keys: (readonly string[])[] = []
  const known = new Map<string, number>()
  return {
    keys,
    numberOf(key: readonly string[]): number {
      const text = key.join('\u0000')
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, keys.length)
      return keys.push(key) - 1
    },
  }
}

const keyOf = (row: readonly string[], column: readonly string[]) =>
  `${row.join('\u0000')}\u0001${column.join('\u0000')}`

const valueIn = (gathered: Gathered | undefined) => (gathered === undefined ? 0 : gathered.value)
