import { useState, type ReactNode } from 'react'
import { Form } from '../../../account/form/form.tsx'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { useExplainWords } from '../words/explain-words.ts'
import { useReadingWords } from '../words/reading-words.ts'
import { DatePatterns } from './date-patterns.tsx'
import { FieldSource } from './field-source.tsx'
import { PartFields } from './part-fields.tsx'
import { fieldParts } from './profile-controls.ts'
import { partsOf, SplitEditor } from './split-editor.tsx'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import type { DescribedField, FieldDraft, SampledColumn } from './submission.ts'
import { TimeZoneField } from './time-zone-field.tsx'
import { stepBeside, useDraft } from './use-draft.ts'
import styles from '../../desk.module.css'

const dateTypes = ['date', 'timestamp', 'period']

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
  const reading = useReadingWords()
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
    // Another column begins anew: what was typed of the one before is not in the profile.
    const choice = typeof mapping?.column === 'string' ? mapping.column : ''
    // A value that is the same in every record is read from nowhere.
    const isRead = mapping !== undefined && mapping.constant === undefined
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
          <FieldSource
            id={`column-${field.id}`}
            label={field.label}
            columns={columns.map(({ name }) => name)}
            mapping={mapping}
            onChange={(next) => change(field, next)}
          />
          {proposed && proposed.confidence < 1 && (
            <span className="hint">{words.sure(formatPercent(proposed.confidence, language))}</span>
          )}
          {sample && sample.values.length > 0 && (
            <p className="hint">{sample.values.join(' · ')}</p>
          )}
          {isRead && dateTypes.includes(field.type) && (
            <DatePatterns
              key={choice}
              label={words.columns.datePattern}
              date={mapping.date}
              onChange={(date) => {
                const { date: _, ...rest } = mapping
                change(field, date === undefined ? rest : { ...rest, date })
              }}
            />
          )}
          {isRead && timeZone !== undefined && field.type === 'timestamp' && (
            <TimeZoneField
              id={`zone-${field.id}`}
              label={explain.zone.ofColumn}
              hint={explain.zone.ofColumnHint}
              zone={mapping?.timeZone}
              onChange={(zone) => {
                const { timeZone: _, ...rest } = mapping
                change(field, zone === undefined ? rest : { ...rest, timeZone: zone })
              }}
            />
          )}
          {isRead && (
            <details>
              <summary>{reading.reading(field.label)}</summary>
              <PartFields
                key={choice}
                id={`part-${field.id}`}
                parts={fieldParts.filter(({ types }) => types?.includes(field.type) ?? true)}
                of={mapping}
                onChange={(part, value) => {
                  const { [part]: _, ...rest } = mapping
                  change(field, value === undefined ? rest : { ...rest, [part]: value })
                }}
              />
            </details>
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

  function change(field: DescribedField, mapping: FieldDraft | undefined): void {
    const { [field.id]: _, ...rest } = fields
    setFields(mapping === undefined ? rest : { ...fields, [field.id]: mapping })
  }

  function inTemplate(column: string): boolean {
    return Object.values(fields).some(({ template }) => template?.includes(`{${column}}`))
  }
}
