import type { Language } from '../vocabulary/index.ts'
import type { TableSpec } from './table.ts'

/** A row by its key, and the total it is ordered by. */
export interface KeyedRow {
  readonly key: readonly string[]
  /** Its place before. */
  readonly position: number
  readonly total: number | null
  /** Its figure in the last column, as shown: what `last` orders the rows of a group by. */
  readonly last: number | null
}

interface Group {
  readonly code: string
  readonly rows: KeyedRow[]
  total: number
}

/**
 * Orders the rows of a table. Rows of several dimensions are ordered as a tree: first the groups
 * of the first dimension, by their own label or the sum of their rows, then the rows within; `last` orders
 * the rows within by what the last column shows.
 *
 * @param rows in display order, which stays where nothing else is asked and between equals
 */
export function orderKeys(
  rows: readonly KeyedRow[],
  sort: TableSpec['sort'],
  label: (level: number, code: string) => string,
  language: Language,
): KeyedRow[] {
  if (sort === undefined) return [...rows]
  const sign = sort.startsWith('-') ? -1 : 1
  const byLabel = sort.endsWith('label')
  const byLast = sort.endsWith('last')

  const order = (part: readonly KeyedRow[], level: number): KeyedRow[] => {
    const depth = part[0]?.key.length ?? 0
    if (level >= depth) return [...part]
    // What is shown of one row may not add up over a group: a group is ordered by its figures.
    if (byLast && level === depth - 1) return byFigure(part, sign)
    const groups = new Map<string, Group>()
    for (const row of part) {
      const code = row.key[level]!
      const group = groups.get(code) ?? { code, rows: [], total: 0 }
      group.rows.push(row)
      group.total += row.total ?? 0
      groups.set(code, group)
    }
    return [...groups.values()]
      .sort((a, b) =>
        byLabel
          ? sign * collatorOf(language).compare(label(level, a.code), label(level, b.code))
          : sign * (a.total - b.total),
      )
      .flatMap((group) => order(group.rows, level + 1))
  }
  return order(rows, 0)
}

/** Rows by their figure in the last column; those without one stay last in either direction. */
function byFigure(rows: readonly KeyedRow[], sign: number): KeyedRow[] {
  return rows.toSorted((a, b) => {
    if (a.last === null || b.last === null) return Number(a.last === null) - Number(b.last === null)
    return sign * (a.last - b.last)
  })
}

// Making one costs more than ordering a table with it.
const collators = new Map<Language, Intl.Collator>()

function collatorOf(language: Language): Intl.Collator {
  const known = collators.get(language) ?? new Intl.Collator(language, { numeric: true })
  collators.set(language, known)
  return known
}
