import { getRecordType, type FieldType } from '@caudal/methods/collect'
import {
  formFaultWords,
  ownName,
  questionsNotKept,
  repeatsOfRecords,
  sayFormText,
  unsupportedWords,
  type FormFault,
  type FormFieldMapping,
  type UnsupportedPart,
} from '@caudal/methods/collect/xlsform'
import type { Language } from '@caudal/methods/vocabulary'
import { findingMessage } from '../quality/finding-message.ts'
import { collectWords } from '../report/words.ts'
import { describeJob } from '../submissions/describe-submission.ts'
import { warningId, type CheckedAnswers } from './entries/check-answers.ts'
import type { ListedEntries } from './entries/service.ts'
import { daysOfDrafts } from './entries/waiting-entries.ts'
import type { KeptForm } from './kept-form.ts'
import type { ProposedMapping } from './service.ts'

/** A form as a list shows it. */
export function describeListedForm(form: KeptForm, language: Language) {
  const { definition, mapping, ...listed } = form
  return {
    ...listed,
    recordType: mapping === null ? null : getRecordType(mapping.recordType).label[language],
    dataset: mapping?.dataset ?? null,
    questions: definition.questions.length,
    unsupported: definition.unsupported.length,
  }
}

/** A form as the pages need it that show what it asks, map it, and have it filled in. */
export function describeForm(form: KeptForm, language: Language) {
  const { definition, mapping } = form
  return {
    ...describeListedForm(form, language),
    definition,
    mapping,
    unsupportedParts: describeUnsupported(definition.unsupported, language),
    notKept: mapping === null ? [] : questionsNotKept(definition, mapping).map(({ name }) => name),
  }
}

export function describeUnsupported(parts: readonly UnsupportedPart[], language: Language) {
  return parts.map((part) => ({ ...part, meaning: unsupportedWords[part.meaning][language] }))
}

export function describeFaults(faults: readonly FormFault[], language: Language) {
  return faults.map((fault) => ({ ...fault, fault: formFaultWords[fault.fault][language] }))
}

/** A field with what is proposed for it. */
export interface DescribedProposal {
  readonly id: string
  readonly type: FieldType
  readonly label: string
  readonly definition: string
  readonly codeList: string | null
  readonly isRequired: boolean
  readonly isDerived: boolean
  readonly mapping: FormFieldMapping | null
  readonly confidence: number
}

export function describeProposal(
  { recordType, dataset, fields }: ProposedMapping,
  language: Language,
) {
  const proposed = new Map(fields.map((each) => [each.field, each]))
  return {
    recordType: recordType.id,
    label: recordType.label[language],
    dataset,
    fields: recordType.fields.map((field): DescribedProposal => ({
      id: field.id,
      type: field.type,
      label: field.label[language],
      definition: field.definition[language],
      codeList: field.codeList ?? null,
      isRequired: field.required === true && field.derived === undefined,
      isDerived: field.derived !== undefined,
      mapping: proposed.get(field.id)?.mapping ?? null,
      confidence: proposed.get(field.id)?.confidence ?? 0,
    })),
  }
}

/** What the node found in some answers, in words. */
export function describeChecked(
  { faults, failed, unread }: CheckedAnswers,
  { mapping, definition }: Pick<KeptForm, 'mapping' | 'definition'>,
  language: Language,
) {
  const recordType = getRecordType(mapping!.recordType)
  const { levels } = collectWords[language]
  const labelOf = (field: string) =>
    recordType.fields.find(({ id }) => id === field)?.label[language] ?? field
  const [repeat] = repeatsOfRecords(definition, mapping!)
  const group = definition.groups.find(({ id }) => id === repeat)
  const label =
    sayFormText(group?.label ?? {}, language, definition.defaultLanguage) || ownName(repeat ?? '')
  /** Which of several records of the form is meant, as the page calls it. */
  const placed = (place: number | undefined, said: string) =>
    place === undefined ? said : `${label} ${place}: ${said}`
  return {
    faults,
    findings: [
      ...unread.map(({ rule, field, text, level, keys, ...of }) => ({
        id: warningId(of, `${rule}:${field}`),
        level,
        levelLabel: levels[level],
        message: placed(
          of.place,
          `${findingMessage(recordType.id, rule, language, { found: text })} (${labelOf(field)}: ${text})`,
        ),
        questions: keys,
      })),
      ...failed.map(({ rule: { id, level }, keys, ...of }) => ({
        id: warningId(of, id),
        level,
        levelLabel: levels[level],
        message: placed(of.place, findingMessage(recordType.id, id, language)),
        questions: keys,
      })),
    ],
  }
}

export function describeEntries({ job, ...listed }: ListedEntries, language: Language) {
  return { ...listed, daysOfDrafts, job: job === undefined ? null : describeJob(job, language) }
}
