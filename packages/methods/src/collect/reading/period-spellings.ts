import { quoteText } from '../sql-text.ts'
import { lookUpSql } from './look-up.ts'
import { monthByName } from './month-names.ts'

const year = '([12][0-9]{3})'
const gap = '[-/_. ]?'
const between = '(?: ?[-/_.] ?| DEL? | )'

/**
 * Quarters, semesters and months as people write them in Spanish, English and French, by the pattern of
 * the whole text and what SDMX makes of it: `T1 2024`, `1T-2024`, `2º trimestre de 2024`, `2024M03`,
 * `03/2024`. In capitals, without accents; in the common subset of JavaScript and RE2.
 */
const rewritings: readonly (readonly [pattern: string, period: string])[] = [
  [`${year}${gap}[QT]([1-4])`, '\\1-Q\\2'],
  [`[QT]([1-4])${gap}${year}`, '\\2-Q\\1'],
  [`([1-4])[QT]${gap}${year}`, '\\2-Q\\1'],
  [`${year}${gap}S([12])`, '\\1-S\\2'],
  [`S([12])${gap}${year}`, '\\2-S\\1'],
  [`([12])S${gap}${year}`, '\\2-S\\1'],
  ...['(?:I|1)', '(?:II|2)', '(?:III|3)', '(?:IV|4)'].flatMap((number, at) => {
    const ordinal = `${number}(?:[.]?[OA]|ER|DO|TO|E|EME|ST|ND|RD|TH)?`
    return [
      [`${ordinal}${gap}(?:TRIM|TRIMESTRE|QUARTER)[.]?${between}${year}`, `\\1-Q${at + 1}`],
      [`(?:TRIM|TRIMESTRE|QUARTER)[.]?${gap}${number}${between}${year}`, `\\1-Q${at + 1}`],
    ] as const
  }),
  [`${year}${gap}M?(0[1-9]|1[0-2])`, '\\1-\\2'],
  [`(0[1-9]|1[0-2])[-/]${year}`, '\\2-\\1'],
  [`([1-9])[-/]${year}`, '\\2-0\\1'],
]

/** A month by its name and its year, either of them first: `Enero 2024`, `janv. 2024`, `2024-ene`. */
const named = [
  { pattern: `([A-Z]{3,10})[.]?${between}${year}`, month: 1, year: 2 },
  { pattern: `${year}${between}([A-Z]{3,10})[.]?`, month: 2, year: 1 },
] as const

/** A text without accents and ordinal signs, in capitals. */
export function plainPeriod(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[º°]/g, 'o')
    .replace(/ª/g, 'a')
    .toUpperCase()
}

/**
 * The period of SDMX that a text means in one of the usual spellings; null of any other.
 *
 * @example readSpelledPeriod('janv. 2024') // => '2024-01'
 */
export function readSpelledPeriod(text: string): string | null {
  const plain = plainPeriod(text)
  for (const { pattern, period } of compiled) {
    if (pattern.test(plain)) return plain.replace(pattern, period)
  }
  for (const { pattern, month, year: place } of compiledNames) {
    const found = pattern.exec(plain)
    const number = monthByName.get((found?.[month] ?? '').toLowerCase())
    if (number !== undefined) return `${found?.[place] ?? ''}-${number}`
  }
  return null
}

const compiled = rewritings.map(([pattern, period]) => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  period: period.replace(/\\/g, '$'),
}))
const compiledNames = named.map((each) => ({ ...each, pattern: new RegExp(`^${each.pattern}$`) }))

/** The same in SQL. */
export function spelledPeriodSql(text: string): string {
  const marks = `replace(replace(replace(${text}, 'º', 'o'), '°', 'o'), 'ª', 'a')`
  const plain = `upper(strip_accents(${marks}))`
  const rewritten = rewritings.map(
    ([pattern, period]) =>
      `WHEN regexp_full_match(plain, ${quoteText(pattern)}) THEN regexp_replace(plain, ${quoteText(`^(?:${pattern})$`)}, ${quoteText(period)})`,
  )
  const names = named.map(({ pattern, month, year: place }) => {
    const part = (group: number) => `regexp_extract(plain, ${quoteText(`^${pattern}$`)}, ${group})`
    return `WHEN regexp_full_match(plain, ${quoteText(pattern)}) THEN ${part(place)} || '-' || ${lookUpSql(`lower(${part(month)})`, monthByName)}`
  })
  return `list_transform([${plain}], lambda plain: CASE ${[...rewritten, ...names].join(' ')} END)[1]`
}
