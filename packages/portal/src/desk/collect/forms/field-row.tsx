import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  entryDay,
  entrySize,
  entryUnit,
  formColumns,
  sayFormText,
  type FormFieldMapping,
} from '@caudal/methods/collect/xlsform'
import type { Fault } from '../../../account/form/form.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { codeListQuery } from '../send/submission.ts'
import { ChoiceCodes } from './choice-codes.tsx'
import type { OpenedForm, ProposedField } from './forms.ts'
import { useFormsWords } from './words/forms-words.ts'
import accountStyles from '../../../account/account.module.css'
import styles from '../../desk.module.css'

/** Stands for "always the same value" among the names of questions. */
const constantChoice = '\u0000'

/** One field of the record: the question that it comes from, or its fixed value; what its choices mean. */
export function FieldRow({
  form,
  recordType,
  field,
  mapping,
  fault,
  onChange,
}: {
  readonly form: OpenedForm
  readonly recordType: string
  readonly field: ProposedField
  readonly mapping: FormFieldMapping | undefined
  readonly fault: Fault | undefined
  readonly onChange: (mapping: FormFieldMapping) => void
}): ReactNode {
  const { fields: words } = useFormsWords()
  const { language } = useSpeaking()
  const { definition } = form
  const suits: Readonly<Record<string, boolean>> = {
    [entryDay]: field.type === 'date',
    [entryUnit]: field.type === 'text',
    [entrySize]: field.type === 'integer',
  }
  const columns = formColumns(definition).filter(({ id }) => suits[id] ?? true)
  const value = mapping?.constant === undefined ? (mapping?.column ?? '') : constantChoice
  const column = columns.find(({ id }) => id === value)
  const nameOf = ({ id, question, place, part }: (typeof columns)[number]) => {
    if (question === undefined) {
      return { [entryUnit]: words.entryUnit, [entrySize]: words.entrySize }[id] ?? words.entryDay
    }
    const said = sayFormText(question.label, language, definition.defaultLanguage)
    const name = said === '' ? id : `${said} (${question.name})`
    if (part !== undefined) return `${name}: ${words.parts[part]}`
    return place === undefined ? name : words.place(name, place)
  }
  const choose = (chosen: string) =>
    onChange(chosen === constantChoice ? { constant: '' } : chosen === '' ? {} : { column: chosen })
  return (
    <tr>
      <th scope="row">
        {field.label}
        {field.isDerived && <span className="hint"> ({words.derived})</span>}
        <br />
        <span className="hint">{field.definition}</span>
      </th>
      <td>
        <div className={styles['part']}>
          {' '}
          {fault && (
            <p id={`source-${field.id}-fault`} className={accountStyles['wrong']}>
              {fault.what}
            </p>
          )}
          <select
            className="select"
            id={`source-${field.id}`}
            aria-label={words.sourceOf(field.label)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? `source-${field.id}-fault` : undefined}
            value={value}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{words.nothing}</option>
            <option value={constantChoice}>{words.constant}</option>
            {columns.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOf(each)}
              </option>
            ))}
          </select>
          {value === constantChoice && (
            <ConstantInput
              field={field}
              value={mapping?.constant ?? ''}
              onText={(constant) => onChange({ constant })}
            />
          )}
          {field.codeList !== null && column?.question?.list !== undefined && (
            <ChoiceCodes
              form={form}
              recordType={recordType}
              field={field}
              column={column.id}
              list={column.question.list}
              codes={mapping?.codes}
              onChange={(codes) => onChange({ column: column.id, codes })}
            />
          )}
        </div>
      </td>
    </tr>
  )
}

/** A fixed value: of the code list where the field has one. */
function ConstantInput({
  field: { id, label, type, codeList },
  value,
  onText,
}: {
  readonly field: ProposedField
  readonly value: string
  readonly onText: (text: string) => void
}): ReactNode {
  const { fields: words, entry } = useFormsWords()
  const { language } = useSpeaking()
  const list = useQuery({ ...codeListQuery(codeList ?? '', language), enabled: codeList !== null })
  const shared = { id: `constant-${id}`, 'aria-label': words.constantOf(label), value }
  if (codeList === null) {
    return (
      <input
        {...shared}
        className="input"
        type={type === 'date' ? 'date' : 'text'}
        onChange={({ target }) => onText(target.value)}
      />
    )
  }
  return (
    <select {...shared} className="select" onChange={({ target }) => onText(target.value)}>
      <option value="">{entry.choose}</option>
      {(list.data?.codes ?? []).map(({ code, label: shown }) => (
        <option key={code} value={code}>
          {shown}
        </option>
      ))}
    </select>
  )
}
