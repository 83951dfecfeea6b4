import type { ReactNode } from 'react'
import { useCollectWords } from '../words/collect-words.ts'
import { useReadingWords } from '../words/reading-words.ts'
import type { FieldDraft } from './submission.ts'

/** Choices beside the columns, of which none can bear such a name. */
const constant = '\u0000'
const several = '\u0001'
const template = '\u0002'

/** Where the value of a field comes from: a column, the first filled of several, columns put together, a constant. */
export function FieldSource({
  id,
  label,
  columns,
  mapping,
  onChange,
}: {
  readonly id: string
  /** What the field is called. */
  readonly label: string
  readonly columns: readonly string[]
  readonly mapping: FieldDraft | undefined
  readonly onChange: (mapping: FieldDraft | undefined) => void
}): ReactNode {
  const { send: words } = useCollectWords()
  const reading = useReadingWords()
  const choice = choiceOf(mapping)
  const many = Array.isArray(mapping?.column) ? (mapping.column as readonly string[]) : []
  const { column: _, template: __, constant: ___, ...rest } = mapping ?? {}
  return (
    <>
      <select
        className="select"
        id={id}
        aria-label={words.columns.columnOf(label)}
        value={choice}
        onChange={({ target }) => onChange(chosen(target.value))}
      >
        <option value="">{words.columns.none}</option>
        <option value={constant}>{words.columns.constant}</option>
        <option value={several}>{reading.several}</option>
        <option value={template}>{reading.template}</option>
        {columns.map(option)}
      </select>
      {choice === constant && (
        <label className="field">
          <span className="field-name">{words.columns.constantValue}</span>
          <input
            className="input"
            value={String(mapping?.constant ?? '')}
            onChange={({ target }) => onChange({ constant: target.value })}
          />
        </label>
      )}
      {choice === template && (
        <label className="field">
          <span className="field-name">{reading.templateText}</span>
          <span className="hint">{reading.templateHint}</span>
          <input
            className="input"
            aria-label={`${reading.templateText}: ${label}`}
            autoCapitalize="none"
            spellCheck={false}
            value={mapping?.template ?? ''}
            onChange={({ target }) => onChange({ ...rest, template: target.value })}
          />
        </label>
      )}
      {choice === several &&
        [...many, ''].map((column, at) => (
          <select
            key={at}
            className="select"
            aria-label={reading.columnAt(label, at + 1)}
            value={column}
            onChange={({ target }) => {
              const next = [...many.slice(0, at), target.value, ...many.slice(at + 1)]
              onChange({ ...rest, column: next.filter((each) => each !== '') })
            }}
          >
            <option value="">{at < many.length ? reading.takeAway : reading.another}</option>
            {columns.map(option)}
          </select>
        ))}
    </>
  )

  function chosen(value: string): FieldDraft | undefined {
    if (value === choice) return mapping
    if (value === '') return undefined
    // A constant is a value already: nothing of how texts are read goes with it.
    if (value === constant) return { constant: '' }
    const before = typeof mapping?.column === 'string' ? mapping.column : undefined
    if (value === several) return { ...rest, column: before === undefined ? [] : [before] }
    if (value === template) {
      return { ...rest, template: before === undefined ? '' : `{${before}}` }
    }
    // Another column says other things: how the one before was read does not go with it.
    return { column: value }
  }
}

function choiceOf(mapping: FieldDraft | undefined): string {
  if (mapping?.constant !== undefined) return constant
  if (mapping?.template !== undefined) return template
  if (Array.isArray(mapping?.column)) return several
  return typeof mapping?.column === 'string' ? mapping.column : ''
}

function option(name: string): ReactNode {
  return (
    <option key={name} value={name}>
      {name}
    </option>
  )
}
