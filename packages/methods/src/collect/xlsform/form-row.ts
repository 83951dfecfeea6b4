import type { FormRow, FormText } from './form-definition.ts'

/** Older and longer names of columns that forms still use. */
const aliases: Readonly<Record<string, string>> = {
  caption: 'label',
  relevance: 'relevant',
  calculate: 'calculation',
  readonly: 'read_only',
  constraint_msg: 'constraint_message',
  required_msg: 'required_message',
  value: 'name',
}

/** Names of languages where a column says no code. */
const languageNames: readonly (readonly [RegExp, string])[] = [
  [/^(espa|spanish|castellan|espagnol)/i, 'es'],
  [/^(engl|ingl|anglais)/i, 'en'],
  [/^(fran|french)/i, 'fr'],
  [/^(portu)/i, 'pt'],
  [/^(cr[eé]ol|krey)/i, 'ht'],
]

/** A row with its columns under the names of the reference: `bind::relevance` is `relevant`. */
export interface ReadRow {
  /** Text of a column without a language; empty where there is none. */
  readonly text: (column: string) => string
  /** Words of a column in each language. */
  readonly words: (column: string) => FormText
  /** Every column that holds something, with its text. */
  readonly filled: readonly (readonly [column: string, text: string])[]
}

export function readRow(row: FormRow): ReadRow {
  const texts = new Map<string, string>()
  const words = new Map<string, Record<string, string>>()
  const filled: (readonly [string, string])[] = []
  for (const [header, cell] of Object.entries(row)) {
    const text = cell.replace(/\u00a0/g, ' ').trim()
    if (text === '') continue
    const [column, language] = columnOf(header)
    filled.push([column, text])
    if (language === '') texts.set(column, text)
    const inLanguages = words.get(column) ?? {}
    inLanguages[language === '' ? 'default' : language] ??= text.replace(/[ \t]+/g, ' ')
    words.set(column, inLanguages)
  }
  return {
    text: (column) => texts.get(column) ?? '',
    words: (column) => words.get(column) ?? {},
    filled,
  }
}

/**
 * The column and the language that a header names.
 *
 * @example columnOf('label::Español (es)') // => ['label', 'es']
 * @example columnOf('bind::relevance') // => ['relevant', '']
 */
export function columnOf(header: string): readonly [column: string, language: string] {
  const parts = header
    .trim()
    .split(/::?/)
    .map((part) => part.trim())
  const own = parts[0]?.toLowerCase() === 'bind' || parts[0]?.toLowerCase() === 'control' ? 1 : 0
  const head = (parts[own] ?? '').toLowerCase().replace(/\s+/g, '_')
  if (head === 'media')
    return [`media_${(parts[own + 1] ?? '').toLowerCase()}`, languageOf(parts[own + 2])]
  return [aliases[head] ?? head, languageOf(parts[own + 1])]
}

/**
 * The code of a language as a form names it; the name itself where none is known.
 *
 * @example languageOf('Français') // => 'fr'
 */
export function languageOf(name = ''): string {
  const code = /\(([a-z]{2,3}(?:-[\w-]+)?)\)\s*$/i.exec(name)?.[1]
  if (code !== undefined) return code.toLowerCase()
  if (/^[a-z]{2,3}$/i.test(name)) return name.toLowerCase()
  return languageNames.find(([pattern]) => pattern.test(name))?.[1] ?? name
}
