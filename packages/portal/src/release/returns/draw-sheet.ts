import {
  escapeHtml,
  formatNumber,
  statusSigns,
  type ProvenanceAnswer,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { formatPercent } from '../../words/number-format.ts'
import { shortPeriod } from '../../words/period.ts'
import { sheetWords } from './sheet-words.ts'

export interface SheetEntry {
  readonly label: string
  /** null where it is hidden or missing. */
  readonly value: number | null
}

/** The months of a sheet and its breakdowns. */
export interface ReturnsSheet {
  readonly country: { readonly code: string; readonly label: string }
  /** `2024-05` and its name. */
  readonly month: string
  readonly monthLabel: string
  readonly total: number | null
  /** "15 % more", and the month it is compared with. */
  readonly change: { readonly said: string; readonly month: string } | undefined
  readonly months: readonly { readonly month: string; readonly value: number | null }[]
  readonly panels: readonly {
    readonly id: keyof typeof panelPlaces
    readonly entries: readonly SheetEntry[]
  }[]
  readonly sources: readonly string[]
  readonly updatedOn: string
  readonly synthetic: boolean
  /** How the numbers are known, where the sheet stands on a page. */
  readonly known?: ProvenanceAnswer
}

const width = 794
const height = 1123
const left = 48
const columnWidth = 334
const columns = [left, width - left - columnWidth] as const

/** In which column each panel stands, in their order, and how many entries it has room for. */
const panelPlaces = {
  sex: { column: 0, most: 3 },
  type: { column: 0, most: 4 },
  means: { column: 0, most: 4 },
  provenance: { column: 0, most: 6 },
  age: { column: 1, most: 6 },
  accompaniment: { column: 1, most: 4 },
  department: { column: 1, most: 8 },
} as const

/** From where to where panels stand, and what each needs beside its entries. */
const [panelsTop, panelsFloor, panelRoom] = [452, 1026, 50]

const ink = '#12201f'
const soft = '#4a5a59'
const bar = '#0b5d66'
const rule = '#8b9796'

/**
 * The monthly sheet as one SVG of A4: every length has its number beside it and dark bars on white, so
 * that it prints in grey. The same figures give the same bytes.
 */
export function drawSheet(sheet: ReturnsSheet, language: Language): string {
  const t = sheetWords[language]
  const title = t.title(sheet.country.label)
  const total = sheet.total === null ? t.hidden : formatNumber(sheet.total, language)
  const totalWidth = total.length * 34
  const panels = columns.map((_, column) => drawColumn(sheet, column, language)).join('')
  const mark = sheet.synthetic
    ? `<rect x="${left}" y="28" width="${width - 2 * left}" height="24" fill="none" stroke="${ink}"/>${text(width / 2, 45, 12, t.synthetic, 'middle', 700)}`
    : ''
  const change =
    sheet.change === undefined
      ? ''
      : text(
          left + totalWidth + 16,
          196,
          15,
          t.compared(sheet.change.said, sheet.change.month),
          'start',
          400,
          soft,
        )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="${language}" role="img" aria-label="${escapeHtml(`${title}, ${sheet.monthLabel}`)}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"><rect width="${width}" height="${height}" fill="#fff"/>${mark}${text(left, 92, 27, title, 'start', 700)}${text(left, 122, 19, capital(sheet.monthLabel), 'start', 400, soft)}<line x1="${left}" x2="${width - left}" y1="136" y2="136" stroke="${ink}" stroke-width="2"/>${text(left, 196, 58, total, 'start', 700, bar)}${text(left + totalWidth + 16, 174, 15, t.counts(sheet.total ?? 0), 'start', 600)}${change}${drawMonths(sheet, language)}${panels}<line x1="${left}" x2="${width - left}" y1="1036" y2="1036" stroke="${rule}"/>${wrap(
    t.counted,
    112,
  )
    .map((line, at) => text(left, 1054 + at * 14, 11, line, 'start', 400, soft))
    .join('')}${wrap(
    `${t.source}: ${[sheet.sources.join('; '), sheet.updatedOn].filter(Boolean).join(' · ')}`,
    112,
  )
    .slice(0, 2)
    .map((line, at) => text(left, 1084 + at * 14, 11, line, 'start', 400, soft))
    .join('')}</svg>`
}

function drawMonths({ months, month }: ReturnsSheet, language: Language): string {
  const t = sheetWords[language]
  const [top, floor] = [252, 396]
  const most = Math.max(1, ...months.map(({ value }) => value ?? 0))
  const pitch = (width - 2 * left) / months.length
  const bars = months
    .map(({ month: each, value }, at) => {
      const x = left + at * pitch + pitch * 0.14
      const w = pitch * 0.72
      const size = ((value ?? 0) / most) * (floor - top - 4)
      const own = each === month
      const shape =
        value === null
          ? ''
          : `<rect x="${round(x)}" y="${round(floor - size)}" width="${round(w)}" height="${round(size)}" fill="${own ? bar : '#b5c0bf'}"/>`
      const number = value === null ? statusSigns.missing : formatNumber(value, language)
      return `${shape}${text(x + w / 2, floor - size - 5, 11, number, 'middle', own ? 700 : 400)}${text(x + w / 2, floor + 15, 10, monthName(each, language), 'middle', own ? 700 : 400, own ? ink : soft)}`
    })
    .join('')
  return `${text(left, 232, 14, t.months, 'start', 700)}${bars}<line x1="${left}" x2="${width - left}" y1="${floor}" y2="${floor}" stroke="${ink}"/>`
}

const monthName = (month: string, language: Language): string =>
  shortPeriod(month, language).replace(/ (?:\d\d)(\d\d)$/, ' $1')

/** The panels of a column below each other; where they have few entries, these stand further apart. */
function drawColumn(sheet: ReturnsSheet, column: number, language: Language): string {
  const panels = Object.keys(panelPlaces)
    .flatMap((id) => sheet.panels.find((panel) => panel.id === id) ?? [])
    .filter(({ id }) => panelPlaces[id].column === column)
    .map(({ id, entries }) => ({ id, shown: entries.slice(0, panelPlaces[id].most) }))
  const rows = panels.reduce((sum, { shown }) => sum + Math.max(1, shown.length), 0)
  const free = panelsFloor - panelsTop - panels.length * panelRoom
  const pitch = Math.min(32, Math.max(22, free / Math.max(1, rows)))
  let top: number = panelsTop
  return panels
    .map(({ id, shown }) => {
      const drawn = drawPanel(id, shown, { x: columns[column]!, top, pitch }, sheet.total, language)
      top += panelRoom + Math.max(1, shown.length) * pitch
      return drawn
    })
    .join('')
}

/** Letters of a line of a label. */
const labelLetters = 20

function drawPanel(
  id: keyof typeof panelPlaces,
  shown: readonly SheetEntry[],
  { x, top, pitch }: { readonly x: number; readonly top: number; readonly pitch: number },
  total: number | null,
  language: Language,
): string {
  const t = sheetWords[language]
  const greatest = Math.max(1, ...shown.map(({ value }) => value ?? 0))
  const [labels, room] = [150, columnWidth - 150 - 88]
  const rows = shown
    .map(({ label, value }, at) => {
      const y = top + 26 + at * pitch
      const share = value !== null && total !== null && total > 0 ? value / total : undefined
      const number =
        value === null
          ? t.hidden
          : `${formatNumber(value, language)}${share === undefined ? '' : `  ${formatPercent(share, language)}`}`
      const size = value === null ? 0 : Math.max(1, (value / greatest) * room)
      const lines = wrap(label, labelLetters)
      const said =
        lines.length < 2
          ? text(x + labels - 8, y + 4, 12, cut(label, labelLetters), 'end')
          : [lines[0]!, cut(lines.slice(1).join(' '), labelLetters)]
              .map((line, row) => text(x + labels - 8, y - 2 + row * 11, 10.5, line, 'end'))
              .join('')
      return `${said}<rect x="${x + labels}" y="${round(y - 7)}" width="${round(size)}" height="14" fill="${bar}"/>${text(x + labels + size + 6, y + 4, 12, number, 'start', 600)}`
    })
    .join('')
  const none = shown.length === 0 ? text(x, top + 28, 12, t.none, 'start', 400, soft) : ''
  return `<g>${text(x, top, 14, t[id], 'start', 700)}<line x1="${x}" x2="${x + columnWidth}" y1="${round(top + 7)}" y2="${round(top + 7)}" stroke="${rule}"/>${rows}${none}</g>`
}

function text(
  x: number,
  y: number,
  size: number,
  content: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  weight = 400,
  fill = ink,
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${weight === 400 ? '' : ` font-weight="${weight}"`} fill="${fill}" xml:space="preserve">${escapeHtml(content)}</text>`
}

const round = (value: number): number => Math.round(value * 10) / 10

const cut = (label: string, most: number): string =>
  label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label

const capital = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1)

function wrap(content: string, most: number): string[] {
  const lines: string[] = []
  for (const word of content.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
