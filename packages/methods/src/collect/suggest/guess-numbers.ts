import type { FieldMapping } from '../source-profile.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'

/** How the numbers of a column are written, as a profile says it. */
export type NumberReadings = Pick<FieldMapping, 'decimal' | 'thousands' | 'extract'>

const marks = ['.', ',', ' ', "'"] as const
const classes = { '.': '[.]', ',': '[,]', ' ': '[ \u00a0\u202f]', "'": "['’]" }

/**
 * The marks in the numbers of a column: `1.234.567` and `4,5 %` are written with points between
 * thousands and a comma before the fraction. Groups of three digits throughout are thousands: a count of
 * `12.345` persons is no fraction of one.
 *
 * @example guessNumbers(sampleColumns(['v'], [['1.234.567'], ['12.345']])[0]) // => { decimal: ',', thousands: '.' }
 */
export function guessNumbers(column: SampledColumn): NumberReadings {
  const isShare = shareOf(column, (text) => text.endsWith('%')) > 0.5
  const texts = column.values.map(({ text }) => text.replace(/ ?%$/, '')).filter(isNumber)
  const extract = isShare ? { extract: '(.+?) ?%' } : {}
  const thousands = marks.find((mark) => separatesThousands(texts, mark))
  if (thousands === '.') return { decimal: ',', thousands, ...extract }
  const rest = thousands === undefined ? texts : texts.map((text) => text.replaceAll(thousands, ''))
  const hasComma = thousands !== ',' && rest.some((text) => /^-?\d+,\d+$/.test(text))
  return {
    ...(hasComma ? { decimal: ',' as const } : {}),
    ...(thousands === undefined ? {} : { thousands }),
    ...extract,
  }
}

/** Whether a mark stands between groups of three digits wherever it stands, and not in one number alone. */
function separatesThousands(texts: readonly string[], mark: (typeof marks)[number]): boolean {
  const sign = classes[mark]
  const having = texts.filter((text) => new RegExp(sign).test(text))
  const grouped = new RegExp(`^-?\\d{1,3}(${sign}\\d{3})+([.,]\\d+)?$`)
  if (having.length === 0 || !having.every((text) => grouped.test(text))) return false
  const isPlain = new RegExp(`(${sign}\\d{3}){2}|${sign}\\d{3}[.,]\\d`)
  return having.length > 1 || having.some((text) => isPlain.test(text)) || mark === ' '
}

function isNumber(text: string): boolean {
  return /^-?\d[\d.,'’\s]*$/.test(text)
}
