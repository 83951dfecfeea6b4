import { useQueries } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { foldText } from '../../../words/fold-text.ts'
import { useCollectWords } from '../words/collect-words.ts'
import { specialLines, withPlainCodes, withSpecialLines } from './code-lines.ts'
import { CodeRules } from './code-rules.tsx'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { codeListQuery, type CodeRow, type CodeRuleDraft, type FieldDraft } from './submission.ts'
import { stepBeside, useDraft } from './use-draft.ts'
import styles from '../../desk.module.css'

interface ListedCode {
  readonly code: string
  readonly label: string
}

function hasColumn(mapping: FieldDraft | undefined): boolean {
  return mapping?.column !== undefined || mapping?.template !== undefined
}

/** What each code of the file means, where the platform's lists do not know by themselves. */
export function CodesStep({ submission, profile, recordType }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const coded = submission.codes
    .map((field) => ({ ...field, rows: field.rows.filter(({ isKnown }) => !isKnown) }))
    .filter(({ rows }) => rows.length > 0)
  const mapped = recordType.fields.filter(
    ({ id, type, codeList }) =>
      type === 'code' && codeList !== null && hasColumn(profile.fields[id]),
  )
  const ids = [
    ...new Set([...coded.map(({ list }) => list), ...mapped.map(({ codeList }) => codeList ?? '')]),
  ]
  const lists = useQueries({ queries: ids.map((id) => codeListQuery(id, language)) })
  // What was typed, by field and text of the file; what nobody has touched stands as proposed.
  const [typed, setTyped] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({})
  const [rules, setRules] = useState<Readonly<Record<string, readonly CodeRuleDraft[]>>>(() =>
    Object.fromEntries(
      Object.entries(profile.fields).map(([id, mapping]) => [id, specialLines(mapping)]),
    ),
  )
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const draft = useDraft(submission)
  const failed = lists.find(({ isError }) => isError)
  if (failed) return <ProblemNotice error={failed.error} />
  const codesOf = new Map<string, readonly ListedCode[]>()
  ids.forEach((id, at) => codesOf.set(id, lists[at]?.data?.codes ?? []))
  if (lists.some(({ data }) => data === undefined)) return <div aria-busy="true" />

  const labelOf = (list: string, code: string | null) =>
    codesOf.get(list)?.find((each) => each.code === code)?.label ?? code ?? ''
  const shown = (field: string, list: string, row: CodeRow) =>
    typed[field]?.[row.from] ?? labelOf(list, row.to)
  const meant = (list: string, text: string) => {
    const wanted = foldText(text.trim())
    return codesOf
      .get(list)
      ?.find(({ code, label }) => foldText(label) === wanted || foldText(code) === wanted)?.code
  }

  const keep = (to: 1 | -1) => {
    const wrong: Fault[] = []
    let fields = profile.fields
    for (const { field, list, rows } of coded) {
      const codes: Record<string, string> = {}
      rows.forEach((row, at) => {
        const text = shown(field, list, row)
        const code = text.trim() === '' ? '' : meant(list, text)
        if (code === undefined) {
          wrong.push({ field: `code-${field}-${at}`, what: words.codes.unclear(text) })
        } else if (code !== '') codes[row.from] = code
      })
      const mapping = fields[field]
      if (mapping === undefined) continue
      const told = new Set(rows.map(({ from }) => from))
      fields = { ...fields, [field]: withPlainCodes(mapping, told, codes) }
    }
    for (const { id } of mapped) {
      const mapping = fields[id]
      if (mapping !== undefined) {
        fields = { ...fields, [id]: withSpecialLines(mapping, rules[id] ?? []) }
      }
    }
    setFaults(wrong)
    if (wrong.length === 0) void draft.run({ ...profile, fields }, stepBeside('codes', to))
  }

  return (
    <Form problem={draft.problem} faults={faults} onSend={() => keep(1)}>
      <p>{coded.length === 0 ? words.codes.nothing : words.codes.lead}</p>
      {ids.map((id) => (
        <datalist key={id} id={`list-${id}`}>
          {codesOf.get(id)?.map(({ code, label }) => (
            <option key={code} value={label}>
              {label}
            </option>
          ))}
        </datalist>
      ))}
      {coded.map(({ field, list, rows }) => {
        const label = recordType.fields.find(({ id }) => id === field)?.label ?? field
        const open = rows.filter((row) => shown(field, list, row).trim() === '').length
        return (
          <section key={field} aria-labelledby={`codes-${field}`}>
            <h2 id={`codes-${field}`}>
              {label}
              {open > 0 && <span className="hint"> · {words.codes.open(open)}</span>}
            </h2>
            <table className={styles['table']}>
              <caption className="visually-hidden">{label}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.codes.text}</th>
                  <th scope="col" data-number="" data-wide="">
                    {words.codes.times}
                  </th>
                  <th scope="col">{words.codes.means}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={row.from}>
                    <th scope="row">{row.from}</th>
                    <td data-number="" data-wide="">
                      {formatNumber(row.count, language)}
                    </td>
                    <td>
                      <input
                        id={`code-${field}-${at}`}
                        className="input"
                        list={`list-${list}`}
                        autoComplete="off"
                        aria-label={words.codes.meaningOf(row.from)}
                        aria-invalid={faults.some((each) => each.field === `code-${field}-${at}`)}
                        value={shown(field, list, row)}
                        onChange={({ target }) =>
                          setTyped({
                            ...typed,
                            [field]: { ...typed[field], [row.from]: target.value },
                          })
                        }
                      />
                      {row.proposed !== null && row.to === row.proposed && (
                        <span className="hint">
                          {words.sure(formatPercent(row.confidence, language))}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
      {mapped.map(({ id, label, codeList }) => (
        <CodeRules
          key={id}
          label={label}
          list={`codes-of-${codeList}`}
          rules={rules[id] ?? []}
          onChange={(changed) => setRules({ ...rules, [id]: changed })}
        />
      ))}
      {ids.map((id) => (
        <datalist key={id} id={`codes-of-${id}`}>
          {codesOf.get(id)?.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </datalist>
      ))}
      <StepButtons busy={draft.busy} onBack={() => keep(-1)} />
    </Form>
  )
}
