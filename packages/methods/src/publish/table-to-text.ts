import { displayTable } from './displayed-table.ts'
import type { TableResult } from './table.ts'

/** A table as aligned text for a terminal: labels to the left, numbers to the right. */
export function tableToText(result: TableResult): string {
  const table = displayTable(result)
  const labelColumns = table.rowHeadings.length
  const blanks = table.rowHeadings.map(() => '')
  const lines: string[][] = table.headerRows.map(({ labels }, level) => {
    const isLast = level === table.headerRows.length - 1
    const repeated = labels.map((text, column) =>
      !isLast && column > 0 && sameDownTo(result.columnKeys, column, level) ? '' : text,
    )
    const total = table.hasRowTotals ? [isLast ? table.totalLabel : ''] : []
    return [...(isLast ? table.rowHeadings : blanks), ...repeated, ...total]
  })
  const ruleAfter = lines.length
  table.rows.forEach(({ labels, cells }, index) => {
    const shown = labels.map((text, level) =>
      level < labels.length - 1 && index > 0 && sameDownTo(result.rowKeys, index, level)
        ? ''
        : text,
    )
    lines.push([...shown, ...cells.map(({ text }) => text)])
  })
  const totalsAt = lines.length
  if (table.totals) {
    lines.push([table.totalLabel, ...blanks.slice(1), ...table.totals.map(({ text }) => text)])
  }

  const widths = lines.reduce<number[]>((known, line) => {
    line.forEach((text, column) => {
      known[column] = Math.max(known[column] ?? 0, textWidth(text))
    })
    return known
  }, [])
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  const printed = lines.map((line) =>
    line
      .map((text, column) => {
        const padding = ' '.repeat(widths[column]! - textWidth(text))
        return column < labelColumns ? text + padding : padding + text
      })
      .join('  ')
      .trimEnd(),
  )
  printed.splice(ruleAfter, 0, rule)
  if (table.totals) printed.splice(totalsAt + 1, 0, rule)
  const legend = table.legend.map(({ sign, meaning }) => `${sign} ${meaning}`)
  return `${[table.caption, '', ...printed, ...(legend.length > 0 ? ['', legend.join(' · ')] : [])].join('\n')}\n`
}

function sameDownTo(keys: readonly (readonly string[])[], index: number, level: number): boolean {
  return keys[index]!.slice(0, level + 1).every((code, i) => code === keys[index - 1]![i])
}

/**
 * Cells of a terminal that a text takes: combining marks none, East Asian wide letters two.
 *
 * @example textWidth('Côte') // => 4
 */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text.normalize('NFC')) {
    if (/\p{M}|\p{Cf}/u.test(letter)) continue
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        letter,
      )
        ? 2
        : 1
  }
  return width
}
