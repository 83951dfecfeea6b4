import { ownCodes, standardOf, type CodeList, type Language } from '@caudal/methods/vocabulary'
import type { KeptCode } from '../../store/index.ts'
import { readPlainRows, type PlainRow } from '../plain-csv/read-plain-rows.ts'
import { csvLine } from '../report/csv-line.ts'
import type { NewCode } from './plan-codes.ts'

/** Columns of a file of own codes; the same when they are written as when they are read. */
export const codeColumns = [
  'list',
  'code',
  'es',
  'en',
  'fr',
  'parent',
  'counts_as',
  'aliases',
  'valid_from',
  'valid_to',
  'because',
] as const

const needed = ['list', 'code', 'es', 'en', 'fr', 'valid_from'] as const

/** Between the other spellings of one code in a cell. */
const between = ' | '

/**
 * The codes of a file, as somebody would add them.
 *
 * @param because the reason of those that give none of their own
 * @throws {Refusal} of plain files
 */
export async function readCodeFile(path: string, because: string): Promise<NewCode[]> {
  const rows = await readPlainRows(
    path,
    needed,
    codeColumns.filter((column) => !needed.some((each) => each === column)),
  )
  return rows.map((row) => ofRow(row, because))
}

function ofRow(row: PlainRow, because: string): NewCode {
  const said = (column: (typeof codeColumns)[number]) => unguarded(row[column] ?? '').trim()
  const orNone = (text: string) => (text === '' ? undefined : text)
  return {
    list: said('list'),
    code: said('code'),
    label: { es: said('es'), en: said('en'), fr: said('fr') },
    parent: orNone(said('parent')),
    standard: orNone(said('counts_as')),
    aliases: said('aliases')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    validFrom: said('valid_from'),
    validTo: orNone(said('valid_to')),
    because: said('because') || because,
  }
}

/** Without the apostrophe that keeps spreadsheets from running a text as a formula. */
function unguarded(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text
}

/** The own codes of a node as a file that another node can take in. */
export function writeCodeFile(codes: readonly KeptCode[]): string {
  const rows = codes.map((each) =>
    csvLine([
      each.list,
      each.code,
      each.label.es,
      each.label.en,
      each.label.fr,
      each.parent ?? '',
      each.standard ?? '',
      each.aliases.join(between),
      each.validFrom,
      each.validTo ?? '',
      each.because,
    ]),
  )
  return [csvLine([...codeColumns]), ...rows].join('')
}

/** One code of a list, for people: what it is called, since when, and what it counts as. */
export interface ListedCode {
  readonly code: string
  readonly label: string
  readonly parent: string
  readonly standard: string
  readonly validFrom: string
  readonly validTo: string
  readonly replacedBy: string
  readonly own: boolean
}

/** The codes of a list in a language: all, or those that users of the node added. */
export function listedCodes(list: CodeList, language: Language, onlyOwn: boolean): ListedCode[] {
  const own = ownCodes(list)
  return list.codes
    .filter(({ code }) => !onlyOwn || own.has(code))
    .map(({ code, label, parent = '', validFrom = '', validTo = '', replacedBy = '' }) => {
      const standard = standardOf(list, code)
      return {
        code,
        label: label[language],
        parent,
        standard: standard === code ? '' : standard,
        validFrom,
        validTo,
        replacedBy,
        own: own.has(code),
      }
    })
}
