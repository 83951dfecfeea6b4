import { displayTable, type DisplayedCell } from './displayed-table.ts'
import type { TableResult } from './table.ts'
import { say } from './table-words.ts'

/**
 * A table as semantic HTML: a caption, header cells that say what they head (`scope`, and where there are
 * several rows or columns of them `headers` on every cell, which needs them then), totals last.
 *
 * @param id start of the ids of its header cells; another for each table of a page
 * @returns a `table` element and, where signs stand for numbers, a `p` that explains them
 * @see W3C (2019), Web Accessibility Tutorials, Tables with multi-level headers
 */
export function renderTable(result: TableResult, id = 'table'): string {
  const table = displayTable(result)
  const { language } = table
  const total = escapeHtml(table.totalLabel)
  const depth = table.headerRows.length
  const width = result.columnKeys.length
  // one row and one column of header cells say by their scope what they head
  const isPlain = depth <= 1 && table.rowHeadings.length <= 1
  const named = (part: string) => (isPlain ? '' : ` id="${id}-${part}"`)
  const dataCell = (cell: DisplayedCell, headers: readonly string[]) =>
    `<td${isPlain ? '' : ` headers="${headers.join(' ')}"`}>${contentOf(cell, language)}</td>`

  const head = table.headerRows.map(({ heading, labels }, level) => {
    const corner =
      level === depth - 1
        ? table.rowHeadings
            .map((text, index) =>
              text === ''
                ? '<td></td>'
                : `<th${named(`d${index}`)} scope="col">${escapeHtml(text)}</th>`,
            )
            .join('')
        : `<td colspan="${table.rowHeadings.length}"></td>`
    const cells = runs(labels, result.columnKeys, level).map(({ from, length, text }) => {
      const span = length > 1 ? ` colspan="${length}"` : ''
      const scope = level < depth - 1 ? 'colgroup' : 'col'
      const title = heading === '' ? '' : ` title="${escapeHtml(heading)}"`
      return `<th${named(`c${level}-${from}`)} scope="${scope}"${span}${title}>${escapeHtml(text)}</th>`
    })
    const last =
      table.hasRowTotals && level === 0
        ? `<th${named('ct')} scope="col"${depth > 1 ? ` rowspan="${depth}"` : ''}>${total}</th>`
        : ''
    return `<tr>${corner}${cells.join('')}${last}</tr>`
  })

  const columnHeaders = Array.from({ length: width }, (_, column) =>
    table.headerRows.map(({ labels }, level) => {
      const run = runs(labels, result.columnKeys, level).findLast(({ from }) => from <= column)
      return `${id}-c${level}-${run?.from ?? column}`
    }),
  )
  const spans = table.rowHeadings.map((_, level) =>
    runs(
      table.rows.map((row) => row.labels[level] ?? ''),
      result.rowKeys,
      level,
    ),
  )

  const body = table.rows.map((row, index) => {
    const own: string[] = []
    const headers: string[] = []
    if (row.isRest) {
      own.push(
        `<th${named(`r0-${index}`)} scope="row" colspan="${row.labels.length}">${escapeHtml(row.labels[0]!)}</th>`,
      )
      headers.push(`${id}-r0-${index}`)
    } else {
      row.labels.forEach((text, level) => {
        const run = spans[level]!.findLast(({ from }) => from <= index)!
        headers.push(`${id}-r${level}-${run.from}`)
        if (run.from !== index) return
        const span = run.length > 1 ? ` rowspan="${run.length}"` : ''
        const scope = level < row.labels.length - 1 && run.length > 1 ? 'rowgroup' : 'row'
        own.push(
          `<th${named(`r${level}-${index}`)} scope="${scope}"${span}>${escapeHtml(text)}</th>`,
        )
      })
    }
    const cells = row.cells.map((cell, column) =>
      dataCell(cell, [...headers, ...(columnHeaders[column] ?? [`${id}-ct`])]),
    )
    return `<tr>${own.join('')}${cells.join('')}</tr>`
  })

  const foot = table.totals
    ? `<tfoot><tr><th${named('rt')} scope="row"${
        table.rowHeadings.length > 1 ? ` colspan="${table.rowHeadings.length}"` : ''
      }>${total}</th>${table.totals
        .map((cell, column) =>
          dataCell(cell, [`${id}-rt`, ...(columnHeaders[column] ?? [`${id}-ct`])]),
        )
        .join('')}</tr></tfoot>`
    : ''
  const legend =
    table.legend.length > 0
      ? `<p>${escapeHtml(say('legend', language) + say('colon', language))}${table.legend
          .map(({ sign, meaning }) => `${escapeHtml(sign)} ${escapeHtml(meaning)}`)
          .join(say('semicolon', language))}</p>`
      : ''
  return `<table lang="${language}"><caption>${escapeHtml(table.caption)}</caption><thead>${head.join('')}</thead><tbody>${body.join('')}</tbody>${foot}</table>${legend}`
}

/**
 * Text for HTML, safe between tags and inside quoted attributes.
 *
 * @example escapeHtml('<b> & "c"') // => '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function contentOf({ text, status }: DisplayedCell, language: TableResult['language']): string {
  const sign = status ? say(status, language as 'es' | 'en' | 'fr') : undefined
  return sign ? `<abbr title="${escapeHtml(sign)}">${escapeHtml(text)}</abbr>` : escapeHtml(text)
}

interface Run {
  readonly from: number
  readonly length: number
  readonly text: string
}

/** Neighbours with the same key down to a level share one header cell, except at the last level. */
function runs(
  labels: readonly string[],
  keys: readonly (readonly string[])[],
  level: number,
): Run[] {
  const found: { from: number; length: number; text: string }[] = []
  labels.forEach((text, index) => {
    const key = keys[index] ?? []
    const before = keys[index - 1]
    const isLast = level >= key.length - 1
    const same = before && !isLast && key.slice(0, level + 1).every((code, i) => code === before[i])
    if (same && found.length > 0) found.at(-1)!.length++
    else found.push({ from: index, length: 1, text })
  })
  return found
}
