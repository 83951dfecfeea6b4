import { checkReferences } from './check-references.ts'
import type {
  FormCodeList,
  FormDefinition,
  FormFault,
  FormGroup,
  FormPlace,
  FormQuestion,
  FormText,
  UnsupportedPart,
  XlsForm,
} from './form-definition.ts'
import { languageOf, readRow, type ReadRow } from './form-row.ts'
import { parseXpath } from './parse-xpath.ts'
import { readType, type ReadType } from './question-types.ts'
import { readChoices } from './read-choices.ts'
import { UnreadableXpath, UnsupportedXpath } from './xpath.ts'

/** Questions of one form; more is no form that a person fills in. */
const mostQuestions = 2000

/** A workbook as it was read: a definition, and why it cannot be used where there are faults. */
export interface ReadForm {
  readonly definition: FormDefinition
  readonly faults: readonly FormFault[]
}

/** Columns of a question that have no counterpart, with what that means. */
const plainColumns: Readonly<Record<string, UnsupportedPart['meaning']>> = {
  trigger: 'not-computed',
  autoplay: 'shown-plainly',
  intent: 'shown-plainly',
  guidance_hint: 'shown-plainly',
}
const unusedSettings = ['public_key', 'submission_url', 'instance_name', 'auto_send', 'auto_delete']

/**
 * A form definition from the rows of an XLSForm: questions with their types, choices, relevance,
 * constraints, defaults and calculations. What is not supported (repeats within repeats,
 * pictures, some functions) is listed; what is wrong by the rules of XLSForm is a fault with its row.
 *
 * @see XLSForm.org, reference table
 */
export function readXlsForm(form: XlsForm): ReadForm {
  const reader = new FormReader(form)
  form.survey.forEach((row, at) => reader.read(readRow(row), at + 2))
  return reader.end(form)
}

class FormReader {
  readonly #unsupported: UnsupportedPart[] = []
  readonly #faults: FormFault[] = []
  readonly #lists = new Map<string, FormCodeList>()
  readonly #questions: FormQuestion[] = []
  readonly #groups: FormGroup[] = []
  readonly #open: { readonly id: string; readonly row: number; readonly repeats: boolean }[] = []
  /** Names of questions that were left out, and of groups: known, but without an answer. */
  readonly #silent = new Set<string>()
  readonly #hasChoices: boolean
  readonly #languages = new Set<string>()

  constructor({ choices }: XlsForm) {
    this.#hasChoices = choices !== undefined
    for (const list of readChoices(choices ?? [], this.#unsupported)) this.#lists.set(list.id, list)
  }

  read(row: ReadRow, number: number): void {
    const text = row.text('type')
    const name = row.text('name')
    if (text === '' || text.startsWith('#') || isYes(row.text('disabled'))) return
    const place = { sheet: 'survey', row: number, name } as const
    const type = readType(text)
    if (type.kind === 'end') {
      if (this.#open.pop() === undefined) this.#fault(place, 'type', text, 'group-not-open')
      return
    }
    if (type.kind === 'begin') return this.#begin(row, place, text, type.repeats)
    if (type.kind === 'unknown') return this.#fault(place, 'type', text, 'type-unknown')
    if (type.kind === 'left-out') {
      this.#silent.add(name)
      return this.#miss(place, 'type', text, 'question-left-out')
    }
    this.#question(row, place, text, type)
  }

  end({ survey, settings }: XlsForm): ReadForm {
    for (const { id, row } of this.#open) {
      this.#fault({ sheet: 'survey', row, name: id }, 'type', 'begin group', 'group-not-closed')
    }
    const asked = this.#questions.length
    if (asked === 0) {
      this.#fault({ sheet: 'survey', row: 1, name: '' }, 'type', '', 'no-questions')
    }
    if (asked > mostQuestions) {
      const last = { sheet: 'survey', row: survey.length + 1, name: '' } as const
      this.#fault(last, 'type', String(asked), 'too-many')
    }
    const setting = readRow(settings?.find((row) => Object.values(row).some(Boolean)) ?? {})
    for (const part of unusedSettings) {
      const text = setting.text(part)
      if (text !== '') {
        this.#miss({ sheet: 'settings', row: 2, name: '' }, part, text, 'setting-unused')
      }
    }
    const definition: FormDefinition = {
      title: setting.text('form_title') || setting.text('title'),
      id: setting.text('form_id') || setting.text('id_string'),
      version: setting.text('version'),
      defaultLanguage: languageOf(setting.text('default_language')),
      languages: [...this.#languages],
      questions: this.#questions,
      groups: this.#groups,
      codeLists: [...this.#lists.values()],
      unsupported: this.#unsupported,
    }
    const checked = checkReferences(definition, this.#silent)
    return { definition: checked.definition, faults: [...this.#faults, ...checked.faults] }
  }

  #begin(row: ReadRow, place: Place, text: string, repeats: boolean): void {
    const own = place.name === '' ? `group_${place.row}` : place.name
    const id = [...this.#open.map((group) => group.id).slice(-1), own].join('/')
    const isInner = repeats && this.#open.some((group) => group.repeats)
    if (isInner) this.#miss(place, 'type', text, 'asked-once')
    const count = repeats ? this.#expression(row, place, 'repeat_count', 'not-checked') : undefined
    if (this.#groups.some((group) => group.id === id)) {
      this.#fault(place, 'name', place.name, 'name-twice')
    }
    const appearance = row.text('appearance')
    // Everything is on one page here, as `field-list` asks for.
    if (!['', 'field-list'].includes(appearance.toLowerCase())) {
      this.#miss(place, 'appearance', appearance, 'shown-plainly')
    }
    const relevant = this.#expression(row, place, 'relevant', 'always-asked')
    this.#open.push({ id, row: place.row, repeats })
    this.#silent.add(own)
    this.#groups.push({
      id,
      row: place.row,
      label: row.words('label'),
      ...(relevant === undefined ? {} : { relevant }),
      ...(repeats && !isInner ? { repeat: count === undefined ? {} : { count } } : {}),
    })
  }

  #question(
    row: ReadRow,
    place: Place,
    text: string,
    type: Extract<ReadType, { kind: 'question' | 'choice' }>,
  ): void {
    const { name } = place
    if (name === '') return this.#fault(place, 'name', text, 'name-missing')
    if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name)) {
      return this.#fault(place, 'name', name, 'name-wrong')
    }
    if (this.#questions.some((each) => each.name === name)) {
      return this.#fault(place, 'name', name, 'name-twice')
    }
    const list = type.kind === 'choice' ? type.list : undefined
    if (list !== undefined && !this.#lists.has(list)) {
      const fault = this.#hasChoices ? 'list-unknown' : 'no-choices-sheet'
      return this.#fault(place, 'type', text, fault)
    }
    this.#plainParts(row, place, text)
    for (const language of Object.keys(row.words('label'))) {
      if (language !== 'default') this.#languages.add(language)
    }
    const orOther = type.kind === 'choice' && type.orOther
    const shownList = list !== undefined && orOther ? this.#withOther(list) : list
    this.#questions.push({
      name,
      type: type.type,
      row: place.row,
      label: row.words('label'),
      groups: this.#open.map(({ id }) => id),
      ...given('hint', wordsOrNone(row.words('hint'))),
      ...given('list', shownList),
      ...given(
        'choiceFilter',
        this.#expression(row, place, 'choice_filter', 'all-choices-offered'),
      ),
      ...given('required', this.#required(row, place)),
      ...given('requiredMessage', wordsOrNone(row.words('required_message'))),
      ...given('relevant', this.#expression(row, place, 'relevant', 'always-asked')),
      ...given('constraint', this.#constraint(row, place, text)),
      ...given('constraintMessage', this.#constraintMessage(row, text)),
      ...given('calculation', this.#expression(row, place, 'calculation', 'not-computed')),
      ...given('default', this.#default(row, place)),
      ...given('readOnly', isYes(row.text('read_only')) ? (true as const) : undefined),
      ...given('appearance', this.#appearance(row, place)),
    })
    if (orOther) this.#askOther(place, type.type)
  }

  /** The list with "other" at its end, as `or_other` asks for. */
  #withOther(list: string): string {
    const { codes } = this.#lists.get(list)!
    if (codes.some(({ code }) => code === 'other')) return list
    const id = `${list} or_other`
    const other = { code: 'other', label: { es: 'Otro', en: 'Other', fr: 'Autre' } }
    this.#lists.set(id, { id, codes: [...codes, other] })
    return id
  }

  #askOther({ name, row }: Place, type: string): void {
    this.#questions.push({
      name: `${name}_other`,
      type: 'text',
      row,
      label: { es: 'Especifique', en: 'Specify other', fr: 'Précisez' },
      groups: this.#open.map(({ id }) => id),
      relevant: type === 'choices' ? `selected(\${${name}}, 'other')` : `\${${name}} = 'other'`,
    })
  }

  #required(row: ReadRow, place: Place): string | undefined {
    const text = row.text('required')
    if (isYes(text)) return 'true()'
    if (text === '' || isNo(text)) return undefined
    return this.#expression(row, place, 'required', 'not-required')
  }

  /** What a `range` lets through is a constraint like any other. */
  #constraint(row: ReadRow, place: Place, type: string): string | undefined {
    const own = this.#expression(row, place, 'constraint', 'not-checked')
    if (!isRange(type)) return own
    const [start, end] = boundsOf(row)
    const range = `. >= ${start} and . <= ${end}`
    return own === undefined ? range : `(${own}) and ${range}`
  }

  /** A range says by itself what it lets through. */
  #constraintMessage(row: ReadRow, type: string): FormText | undefined {
    const own = wordsOrNone(row.words('constraint_message'))
    if (own !== undefined || !isRange(type) || row.text('constraint') !== '') return own
    const [start, end] = boundsOf(row)
    return {
      es: `De ${start} a ${end}.`,
      en: `From ${start} to ${end}.`,
      fr: `De ${start} à ${end}.`,
    }
  }

  #default(row: ReadRow, place: Place): FormQuestion['default'] {
    const text = row.text('default')
    if (text === '') return undefined
    // As pyxform tells them apart: what calls a function or names a question is computed.
    if (!/\$\{|[\w-]+\(.*\)/.test(text)) return { value: text }
    const expression = this.#expression(row, place, 'default', 'nothing-filled-in')
    return expression === undefined ? undefined : { expression }
  }

  #appearance(row: ReadRow, place: Place): FormQuestion['appearance'] {
    const text = row.text('appearance')
    if (text === '') return undefined
    const words = text.toLowerCase().split(/\s+/)
    const known = (['multiline', 'minimal'] as const).find((each) => words.includes(each))
    if (known === undefined || words.length > 1) {
      this.#miss(place, 'appearance', text, 'shown-plainly')
    }
    return known
  }

  #plainParts(row: ReadRow, place: Place, type: string): void {
    for (const [column, text] of row.filled) {
      const isMedia = column.startsWith('media_') || ['image', 'audio', 'video'].includes(column)
      const meaning = isMedia ? 'media-not-shown' : plainColumns[column]
      if (meaning !== undefined) this.#miss(place, column, text, meaning)
    }
    const parameters = row.text('parameters')
    if (parameters !== '' && !isRange(type)) {
      this.#miss(place, 'parameters', parameters, 'shown-plainly')
    }
  }

  #expression(
    row: ReadRow,
    place: Place,
    part: string,
    meaning: UnsupportedPart['meaning'],
  ): string | undefined {
    const text = row.text(part)
    if (text === '') return undefined
    if (isYes(text)) return 'true()'
    if (isNo(text)) return 'false()'
    try {
      parseXpath(text, part === 'choice_filter')
      return text
    } catch (error) {
      if (error instanceof UnsupportedXpath) {
        this.#miss(place, part, `${text} (${error.message})`, meaning)
      } else if (error instanceof UnreadableXpath) this.#fault(place, part, text, 'unreadable')
      else throw error
      return undefined
    }
  }

  #miss(place: Place, part: string, text: string, meaning: UnsupportedPart['meaning']): void {
    this.#unsupported.push({ ...place, part, text, meaning })
  }

  #fault(place: Place, part: string, text: string, fault: FormFault['fault']): void {
    this.#faults.push({ ...place, part, text, fault })
  }
}

type Place = Pick<FormPlace, 'sheet' | 'row' | 'name'>

function given<Key extends keyof FormQuestion>(
  key: Key,
  value: FormQuestion[Key] | undefined,
): Partial<Pick<FormQuestion, Key>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Pick<FormQuestion, Key>>)
}

function wordsOrNone(words: FormText): FormText | undefined {
  return Object.keys(words).length === 0 ? undefined : words
}

function isRange(type: string): boolean {
  return /^range\b/i.test(type)
}

/** The least and the most of a `range`. */
function boundsOf(row: ReadRow): readonly [start: string, end: string] {
  const bound = (word: string, otherwise: string) =>
    new RegExp(`\\b${word}\\s*=\\s*(-?[\\d.]+)`, 'i').exec(row.text('parameters'))?.[1] ?? otherwise
  return [bound('start', '0'), bound('end', '10')]
}

function isYes(text: string): boolean {
  return /^(yes|true|true\(\)|1|s[ií]|oui|required)$/i.test(text)
}

function isNo(text: string): boolean {
  return /^(no|false|false\(\)|0|non)$/i.test(text)
}
