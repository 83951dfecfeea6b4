import { useState, type ReactNode } from 'react'
import { Form } from '../../../account/form/form.tsx'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { useExplainWords } from '../words/explain-words.ts'
import { partsOf, SplitEditor } from './split-editor.tsx'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import type { DescribedField, FieldDraft, SampledColumn } from './submission.ts'
import { TimeZoneField } from './time-zone-field.tsx'
import { stepBeside, useDraft } from './use-draft.ts'
import styles from '../../desk.module.css'

/** Stands for "the same value in the whole file" among the names of columns. */
const constantChoice = '\u0000'

/** A column that is made, of which no value has been seen yet. */
function columnNamed(name: string): SampledColumn {
  return { name, values: [], different: 0, filled: 1 }
}

/** Which column each field comes from. */
export function ColumnsStep({ submission, profile, recordType }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const [fields, setFields] = useState(profile.fields)
  const draft = useDraft(submission)
  const { suggestion } = submission
  const [splits, setSplits] = useState(profile.split ?? [])
  const [timeZone, setTimeZone] = useState(profile.timeZone)
  const explain = useExplainWords()
  const ofFile = suggestion?.columns ?? []
  const { unpivot } = profile
  const before =
    unpivot === undefined
      ? ofFile
      : [
          ...ofFile.filter(({ name }) => unpivot.keep.includes(name)),
          ...[unpivot.nameTo, unpivot.valueTo].map(columnNamed),
        ]
  const parts = splits.flatMap(({ pattern }) => partsOf(pattern))
  const columns = [...before, ...parts.map(columnNamed)]
  const splitNames = new Set(splits.map(({ column }) => column))
  const read = new Set(Object.values(fields).flatMap(({ column }) => column ?? []))
  const used = (field: DescribedField) => fields[field.id] !== undefined
  const needed = recordType.fields.filter((field) => field.isRequired || used(field))
  const others = recordType.fields.filter((field) => !needed.includes(field))
  const [wasNeeded] = useState(() => new Set(needed.map(({ id }) => id)))
  const shownFirst = recordType.fields.filter(({ id }) => wasNeeded.has(id))
  const shownLater = [...needed, ...others].filter(({ id }) => !wasNeeded.has(id))
  const unplaced = before.filter(
    ({ name }) => !read.has(name) && !inTemplate(name) && !splitNames.has(name),
  )

  const keep = (to: 1 | -1) =>
    void draft.run(withRest(unplaced.map(({ name }) => name)), stepBeside('columns', to))

  return (
    <Form problem={draft.problem} onSend={() => keep(1)}>
      <p>{words.columns.lead}</p>
      <SplitEditor columns={before.map(({ name }) => name)} splits={splits} onChange={setSplits} />
      {recordType.fields.some(({ type }) => type === 'timestamp') && (
        <TimeZoneField
          id="time-zone"
          label={explain.zone.title}
          hint={explain.zone.hint}
          zone={timeZone}
          onChange={setTimeZone}
        />
      )}
      {table(words.columns.needed, shownFirst)}
      <details>
        <summary>{words.columns.others}</summary>
        {table(words.columns.others, shownLater)}
      </details>
      {unplaced.length > 0 && (
        <div>
          <h2>{words.columns.unplaced}</h2>
          <p>{unplaced.map(({ name }) => name).join(', ')}</p>
        </div>
      )}
      <StepButtons busy={draft.busy} onBack={() => keep(-1)} />
    </Form>
  )

  function table(caption: string, of: readonly DescribedField[]): ReactNode {
    return (
      <table className={styles['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.fieldHead}</th>
            <th scope="col">{words.columns.columnHead}</th>
          </tr>
        </thead>
        <tbody>{of.map((field) => row(field))}</tbody>
      </table>
    )
  }

  function row(field: DescribedField): ReactNode {
    const mapping = fields[field.id]
    const choice =
      mapping?.constant !== undefined
        ? constantChoice
        : typeof mapping?.column === 'string'
          ? mapping.column
          : ''
    const isKept = mapping?.template !== undefined || Array.isArray(mapping?.column)
    const proposed = suggestion?.fields.find(
      (each) => each.field === field.id && each.column === choice,
    )
    const sample = columns.find(({ name }) => name === choice)
    return (
      <tr key={field.id}>
        <th scope="row">
          {field.label}
          {field.isDerived && <span className="hint"> ({words.columns.derived})</span>}
          <br />
          <span className="hint">{field.definition}</span>
        </th>
        <td>
          {isKept ? (
            <span className="hint">{words.columns.kept}</span>
          ) : (
            <select
              className="select"
              id={`column-${field.id}`}
              aria-label={words.columns.columnOf(field.label)}
              value={choice}
              onChange={({ target }) => choose(field, target.value)}
            >
              <option value="">{words.columns.none}</option>
              <option value={constantChoice}>{words.columns.constant}</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
          {proposed && proposed.confidence < 1 && (
            <span className="hint">{words.sure(formatPercent(proposed.confidence, language))}</span>
          )}
          {choice === constantChoice && (
            <label className="field">
              <span className="field-name">{words.columns.constantValue}</span>
              <input
                className="input"
                value={String(mapping?.constant ?? '')}
                onChange={({ target }) => change(field, { constant: target.value })}
              />
            </label>
          )}
          {sample && sample.values.length > 0 && (
            <p className="hint">{sample.values.join(' · ')}</p>
          )}
          {sample && (field.type === 'date' || field.type === 'timestamp') && (
            <label className="field">
              <span className="field-name">{words.columns.datePattern}</span>
              <input
                className="input"
                placeholder="yyyy-MM-dd"
                value={typeof mapping?.date === 'string' ? mapping.date : ''}
                onChange={({ target }) => {
                  const { date: _, ...rest } = mapping ?? {}
                  change(field, target.value === '' ? rest : { ...rest, date: target.value })
                }}
              />
            </label>
          )}
          {choice !== '' && timeZone !== undefined && field.type === 'timestamp' && (
            <TimeZoneField
              id={`zone-${field.id}`}
              label={explain.zone.ofColumn}
              hint={explain.zone.ofColumnHint}
              zone={mapping?.timeZone}
              onChange={(zone) => {
                const { timeZone: _, ...rest } = mapping ?? {}
                change(field, zone === undefined ? rest : { ...rest, timeZone: zone })
              }}
            />
          )}
          {proposed?.rivalPattern && (
            <p className={styles['caution']}>{words.columns.rival(proposed.rivalPattern)}</p>
          )}
        </td>
      </tr>
    )
  }

  function withRest(ignore: readonly string[]): typeof profile {
    const { split: _, timeZone: __, ...rest } = profile
    return {
      ...rest,
      fields,
      ignore,
      ...(splits.length === 0 ? {} : { split: splits }),
      ...(timeZone === undefined ? {} : { timeZone }),
    }
  }

  function choose(field: DescribedField, choice: string): void {
    if (choice === '') {
      const { [field.id]: _, ...rest } = fields
      return setFields(rest)
    }
    return change(field, choice === constantChoice ? { constant: '' } : { column: choice })
  }

  function change(field: DescribedField, mapping: FieldDraft): void {
    setFields({ ...fields, [field.id]: mapping })
  }

  function inTemplate(column: string): boolean {
    return Object.values(fields).some(({ template }) => template?.includes(`{${column}}`))
  }
}
