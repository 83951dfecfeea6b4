import { monthSpan } from '../../measure/index.ts'
import type { CellStatus, TableResult } from '../table.ts'

/** Code of all the codes of a dimension together. */
export const everyCode = '_T'

/** A dimension besides those that a view draws, of which it shows one code at a time. */
export interface SliceChoice {
  /** As the table writes it. */
  readonly id: string
  readonly label: string
  readonly codes: readonly { readonly code: string; readonly label: string }[]
  readonly isTime: boolean
  /** Whether all codes together are a choice too (`_T`): where they add up. */
  readonly canBeWhole: boolean
}

export interface SliceCell {
  readonly value: number | null
  readonly status?: CellStatus
}

/** A table seen by the dimensions that a view draws, each of the others held to one code. */
export interface TableSlice {
  readonly choices: readonly SliceChoice[]
  /** Choice → its code. */
  readonly chosen: Readonly<Record<string, string>>
  /** The cell of one code for each dimension drawn, in their order. */
  cell(...codes: readonly string[]): SliceCell
}

/**
 * Cuts a table down to the dimensions that a view draws.
 *
 * Of every other dimension the code asked for is taken; where none is asked, all codes together if
 * they add up, of time the last period that is whole. Together means the sum of the cells; one that is
 * suppressed hides the sum, one that is missing adds nothing.
 *
 * @param drawn dimensions as the table writes them; all of them must be in the table
 * @param asked dimension → code
 * @param isWhole whether the data fill a period
 */
export function sliceTable(
  result: TableResult,
  drawn: readonly string[],
  asked: Readonly<Record<string, string>>,
  isWhole: (period: string) => boolean = () => true,
): TableSlice {
  const places = (['rows', 'columns'] as const).flatMap((side) =>
    result[side].map((dimension, index) => ({ side, index, dimension })),
  )
  const others = places.filter(({ dimension }) => !drawn.includes(dimension.id))
  const choices = others.map(({ side, dimension: { id, label, codes } }): SliceChoice => ({
    id,
    label,
    codes,
    isTime: codes.some(({ code }) => monthSpan(code) !== undefined),
    canBeWhole: addsOver(result, side),
  }))
  const chosen = Object.fromEntries(
    choices.map((choice) => [choice.id, settle(choice, asked[choice.id], isWhole)]),
  )
  const own = drawn.map((id) => places.find(({ dimension }) => dimension.id === id)!)
  const cells = new Map<string, SliceCell>()
  result.rowKeys.forEach((row, r) => {
    result.columnKeys.forEach((column, c) => {
      const codeAt = ({ side, index }: (typeof places)[number]) =>
        (side === 'rows' ? row : column)[index]!
      const kept = others.every((other) => {
        const wanted = chosen[other.dimension.id]
        return wanted === everyCode || codeAt(other) === wanted
      })
      if (!kept) return
      const at = r * result.columnKeys.length + c
      const key = own.map(codeAt).join('\u0000')
      cells.set(key, together(cells.get(key), result.values[at] ?? null, result.statuses[at]))
    })
  })
  return {
    choices,
    chosen,
    cell: (...codes) => cells.get(codes.join('\u0000')) ?? { value: null, status: 'missing' },
  }
}

function settle(
  { codes, isTime, canBeWhole }: SliceChoice,
  asked: string | undefined,
  isWhole: (period: string) => boolean,
): string {
  if (asked === everyCode && canBeWhole) return asked
  if (codes.some(({ code }) => code === asked)) return asked!
  if (isTime) {
    const periods = codes.filter(({ code }) => monthSpan(code) !== undefined)
    return (periods.findLast(({ code }) => isWhole(code)) ?? periods.at(-1))!.code
  }
  return canBeWhole ? everyCode : (codes[0]?.code ?? '')
}

/** Whether the codes on a side of a table add up. */
function addsOver(result: TableResult, side: 'rows' | 'columns'): boolean {
  if (result.protection === 'perturbed') return false
  const margins = side === 'rows' ? result.columnTotals : result.rowTotals
  if (margins === null) return false
  return result.calculation?.adds[side === 'rows' ? 'columns' : 'rows'] ?? true
}

function together(
  before: SliceCell | undefined,
  value: number | null,
  status: CellStatus | undefined,
): SliceCell {
  const own: SliceCell = { value, ...(status && { status }) }
  if (!before) return own
  if (isHidden(before)) return before
  if (isHidden(own)) return own
  if (value === null) return before
  if (before.value === null) return own
  const provisional = before.status === 'provisional' || status === 'provisional'
  return {
    value: Math.round((before.value + value) * 1e6) / 1e6,
    ...(provisional && { status: 'provisional' }),
  }
}

const isHidden = ({ value, status }: SliceCell) =>
  value === null && (status === 'suppressed' || status === 'confidential')
