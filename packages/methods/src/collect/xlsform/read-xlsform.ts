import type { Expression } from '../expression.ts'
import type { FieldType } from '../record-type.ts'
import { parseXpath, UnsupportedXpath } from './parse-xpath.ts'

/** A row of a sheet of the form, by the names in its header. */
export type FormRow = Readonly<Record<string, string>>

/** The sheets of an XLSForm. */
export interface XlsForm {
  readonly survey: readonly FormRow[]
  readonly choices: readonly FormRow[]
  readonly settings: readonly FormRow[]
}

/** Words by language as the form gives them; `default` for a column without a language. */
export type FormText = Readonly<Record<string, string>>

export interface FormField {
  readonly id: string
  readonly type: FieldType
  readonly label: FormText
  readonly hint?: FormText
  /** Groups that the question lies in, outermost first. */
  readonly groups: readonly string[]
  readonly required: boolean
  readonly codeList?: string
  /** Several answers may be given: their codes, parted by spaces. */
  readonly isMultiple?: boolean
  /** Asked only where this is true. */
  readonly relevant?: Expression
  /** What must hold of the answer. */
  readonly constraint?: Expression
  readonly constraintMessage?: FormText
  /** Computed, not asked. */
  readonly calculation?: Expression
}

export interface FormCodeList {
  readonly id: string
  readonly codes: readonly { readonly code: string; readonly label: FormText }[]
}

/** What of a form has no counterpart, so that nothing is left out in silence. */
export interface UnsupportedPart {
  readonly sheet: keyof XlsForm
  /** Row as the spreadsheet counts, the header being 1. */
  readonly row: number
  readonly name: string
  readonly part: string
  readonly text: string
}

/** A form as a definition: its questions, code lists, and what could not be taken over. */
export interface FormDefinition {
  readonly title: string
  readonly version: string
  readonly fields: readonly FormField[]
  readonly codeLists: readonly FormCodeList[]
  readonly unsupported: readonly UnsupportedPart[]
}

const types: Readonly<Record<string, FieldType>> = {
  text: 'text',
  integer: 'integer',
  decimal: 'decimal',
  range: 'decimal',
  date: 'date',
  datetime: 'timestamp',
  start: 'timestamp',
  end: 'timestamp',
  today: 'date',
  calculate: 'text',
  hidden: 'text',
  acknowledge: 'boolean',
  barcode: 'text',
}
/** Rows that say something and ask nothing. */
const silent = new Set(['note'])

/**
 * A form definition from the rows of an XLSForm: questions with their types, choices, relevance,
 * constraints and calculations. What is not supported (repeats, places, pictures, functions) is
 * listed.
 *
 * @see XLSForm.org, reference table
 */
export function readXlsForm(form: XlsForm): FormDefinition {
  const unsupported: UnsupportedPart[] = []
  const codeLists = readChoices(form.choices, unsupported)
  const known = new Set(codeLists.map(({ id }) => id))
  const fields: FormField[] = []
  const groups: { name: string; relevant: Expression | undefined }[] = []
  form.survey.forEach((row, at) => {
    const [type = '', listId = ''] = (row['type'] ?? '').trim().split(/\s+/)
    const name = (row['name'] ?? '').trim()
    const miss = (part: string, text: string) =>
      void unsupported.push({ sheet: 'survey', row: at + 2, name, part, text })
    const expression = (part: string): Expression | undefined => {
      const text = (row[part] ?? '').trim()
      if (text === '') return undefined
      try {
        return parseXpath(text, name)
      } catch (error) {
        if (!(error instanceof UnsupportedXpath)) throw error
        miss(part, text)
        return undefined
      }
    }
    const kind = type.toLowerCase()
    const word = (row['type'] ?? '').trim().toLowerCase().replace(/\s+/g, ' ')
    if (word === '' || silent.has(kind)) return
    if (/^begin[ _](group|repeat)$/.test(word)) {
      if (word.endsWith('repeat')) miss('type', word)
      groups.push({ name, relevant: expression('relevant') })
      return
    }
    if (/^end[ _](group|repeat)$/.test(word)) {
      groups.pop()
      return
    }
    const isChoice = kind === 'select_one' || kind === 'select_multiple'
    const fieldType = isChoice ? 'code' : types[kind]
    if (fieldType === undefined || name === '') {
      miss('type', row['type'] ?? '')
      return
    }
    if (isChoice && !known.has(listId)) miss('choices', listId)
    for (const part of ['appearance', 'default', 'choice_filter', 'repeat_count', 'trigger']) {
      if ((row[part] ?? '').trim() !== '') miss(part, row[part] ?? '')
    }
    const relevant = both([...groups.map((group) => group.relevant), expression('relevant')])
    const constraint = expression('constraint')
    const calculation = expression('calculation')
    const hint = textOf(row, 'hint')
    const message = textOf(row, 'constraint_message')
    fields.push({
      id: name,
      type: kind === 'select_multiple' ? 'text' : fieldType,
      label: textOf(row, 'label'),
      ...(Object.keys(hint).length > 0 ? { hint } : {}),
      groups: groups.map((group) => group.name),
      required: /^(yes|true|true\(\)|1|s[ií]|oui)$/i.test((row['required'] ?? '').trim()),
      ...(isChoice ? { codeList: listId } : {}),
      ...(kind === 'select_multiple' ? { isMultiple: true } : {}),
      ...(relevant ? { relevant } : {}),
      ...(constraint ? { constraint } : {}),
      ...(Object.keys(message).length > 0 ? { constraintMessage: message } : {}),
      ...(calculation ? { calculation } : {}),
    })
  })
  const [settings] = form.settings
  return {
    title: settings?.['form_title'] ?? settings?.['title'] ?? '',
    version: settings?.['version'] ?? '',
    fields,
    codeLists,
    unsupported,
  }
}

function readChoices(rows: readonly FormRow[], unsupported: UnsupportedPart[]): FormCodeList[] {
  const lists = new Map<string, { code: string; label: FormText }[]>()
  rows.forEach((row, at) => {
    const id = (row['list_name'] ?? row['list name'] ?? '').trim()
    const code = (row['name'] ?? row['value'] ?? '').trim()
    if (id === '' && code === '') return
    const codes = lists.get(id) ?? []
    lists.set(id, codes)
    const isTwice = codes.some((each) => each.code === code)
    if (id === '' || code === '' || isTwice) {
      unsupported.push({ sheet: 'choices', row: at + 2, name: id, part: 'name', text: code })
    } else codes.push({ code, label: textOf(row, 'label') })
  })
  return [...lists].map(([id, codes]) => ({ id, codes }))
}

/** Words of a column in each language: `label`, `label::Español (es)`, `label::fr`. */
function textOf(row: FormRow, part: string): FormText {
  const words = Object.entries(row).flatMap(([column, text]) => {
    const [head = '', language = ''] = column.split('::').map((each) => each.trim())
    if (head.toLowerCase() !== part || text.trim() === '') return []
    const code = /\(([a-z-]+)\)$/i.exec(language)?.[1] ?? language
    return [[code === '' ? 'default' : code, text.replace(/[\s\u00a0]+/g, ' ').trim()] as const]
  })
  return Object.fromEntries(words)
}

/** All of what is given; undefined where nothing is. */
function both(parts: readonly (Expression | undefined)[]): Expression | undefined {
  const given = parts.filter((part) => part !== undefined)
  return given.length > 1 ? { op: 'and', of: given } : given[0]
}
