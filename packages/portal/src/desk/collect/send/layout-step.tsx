import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from '../../../account/form/form.tsx'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { formatPercent } from '../../../words/number-format.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { useExplainWords } from '../words/explain-words.ts'
import { useReadingWords } from '../words/reading-words.ts'
import { FixedColumns, wholeLine, type FixedColumn } from './fixed-columns.tsx'
import { LeaveOutEditor } from './leave-out-editor.tsx'
import { OtherTypes } from './other-types.tsx'
import { PartFields } from './part-fields.tsx'
import { layoutParts } from './profile-controls.ts'
import { SelectField } from './select-field.tsx'
import { StepButtons } from './step-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { recordTypesQuery, submissionQuery } from './submission.ts'
import { useDraft } from './use-draft.ts'
import { WideEditor } from './wide-editor.tsx'
import { Scroll } from '../../scroll.tsx'
import styles from '../../desk.module.css'

const encodings = ['utf-8', 'windows-1252', 'latin-1', 'utf-16le', 'utf-16be']

/** How the file is written, and what its records are: as it was guessed, to be corrected. */
export function LayoutStep({ submission, profile }: StepProps): ReactNode {
  const { send: words } = useCollectWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const recordTypes = useQuery(recordTypesQuery(language))
  const [layout, setLayout] = useState(profile.layout)
  const [recordType, setRecordType] = useState(profile.recordType)
  const [unpivot, setUnpivot] = useState(profile.unpivot)
  const [leaveOut, setLeaveOut] = useState(profile.leaveOut ?? [])
  const explain = useExplainWords()
  const reading = useReadingWords()
  const draft = useDraft(submission)
  const { suggestion } = submission
  const head = suggestion?.head ?? []
  const isChanged =
    recordType !== profile.recordType || JSON.stringify(layout) !== JSON.stringify(profile.layout)
  const again = useDeed(async () => {
    const address = `/api/collect/submissions/${submission.id}/suggestion`
    await tellNode('POST', address, language, { recordType, layout })
    await client.invalidateQueries(submissionQuery(String(submission.id), language))
  })

  const format = text('format')
  const isText = ['csv', 'tsv', 'fixed', 'json', 'ndjson'].includes(format)
  return (
    <Form
      problem={again.problem ?? draft.problem}
      onSend={() => void (isChanged ? again.run() : draft.run(withRows(), 'columns'))}
    >
      <p>{words.layout.lead}</p>
      {suggestion !== undefined && !isChanged && <OtherTypes suggestion={suggestion} />}
      <div className={styles['fields']}>
        <SelectField
          id="record-type"
          label={words.layout.recordType}
          hint={sure(suggestion?.recordTypes.find(({ id }) => id === recordType)?.confidence)}
          of={(recordTypes.data?.recordTypes ?? []).map(({ id, label }) => [id, label])}
          value={recordType}
          onChoose={setRecordType}
        />
        <SelectField
          id="format"
          label={words.layout.format}
          hint={sureOf('format')}
          of={Object.entries(words.layout.formats)}
          value={format}
          onChoose={(value) =>
            setLayout(
              value === 'fixed'
                ? { format: value, columns: wholeLine(head, explain.fixed.usualName(1)) }
                : { format: value },
            )
          }
        />
        {isText && (
          <SelectField
            id="encoding"
            label={words.layout.encoding}
            hint={sureOf('encoding')}
            of={[['', words.layout.automatic], ...encodings.map((each) => [each, each] as const)]}
            value={text('encoding')}
            onChoose={(value) => change('encoding', value)}
          />
        )}
        {format === 'csv' && (
          <SelectField
            id="delimiter"
            label={words.layout.delimiter}
            hint={sureOf('delimiter')}
            of={[['', words.layout.automatic], ...Object.entries(words.layout.delimiters)]}
            value={text('delimiter')}
            onChoose={(value) => change('delimiter', value)}
          />
        )}
        {format === 'xlsx' && (
          <TextField
            id="sheet"
            label={words.layout.sheet}
            value={text('sheet')}
            onText={(value) => change('sheet', /^\d+$/.test(value) ? Number(value) : value)}
          />
        )}
        {['csv', 'tsv', 'xlsx'].includes(format) && (
          <TextField
            id="header-rows"
            label={words.layout.headerRows}
            hint={format === 'xlsx' ? undefined : words.layout.headerRowsHint}
            inputMode="numeric"
            value={text('headerRows')}
            onText={(value) => change('headerRows', whole(value))}
          />
        )}
        {(isText || format === 'xlsx') && format !== 'json' && format !== 'ndjson' && (
          <TextField
            id="skip-lines"
            label={words.layout.skipLines}
            inputMode="numeric"
            value={text('skipLines')}
            onText={(value) => change('skipLines', whole(value))}
          />
        )}
        <SelectField
          id="decimal"
          label={words.layout.decimal}
          of={[
            ['', words.layout.point],
            [',', words.layout.comma],
          ]}
          value={text('decimal')}
          onChoose={(value) => change('decimal', value)}
        />
        <TextField
          id="missing"
          label={words.layout.missing}
          hint={words.layout.missingHint}
          value={(Array.isArray(layout['missing']) ? layout['missing'] : []).join(', ')}
          onText={(value) =>
            change(
              'missing',
              value.trim() === '' ? '' : value.split(',').map((each) => each.trim()),
            )
          }
        />
      </div>
      <details>
        <summary>{reading.moreOfFile}</summary>
        <PartFields
          key={format}
          id="layout"
          parts={layoutParts.filter(({ formats }) => formats?.includes(format) ?? true)}
          of={layout}
          onChange={change}
        />
      </details>
      {format === 'fixed' && (
        <FixedColumns
          head={head}
          columns={(layout['columns'] ?? []) as readonly FixedColumn[]}
          onChange={(columns) => setLayout({ ...layout, columns })}
        />
      )}
      {!isChanged && (
        <WideEditor
          columns={(suggestion?.columns ?? []).map(({ name }) => name)}
          unpivot={unpivot}
          onChange={setUnpivot}
        />
      )}
      {!isChanged && (
        <LeaveOutEditor
          columns={(suggestion?.columns ?? []).map(({ name }) => name)}
          leaveOut={leaveOut}
          onChange={setLeaveOut}
        />
      )}
      {isChanged ? (
        <div className={styles['buttons']}>
          <button className="button" data-primary="" type="submit" disabled={again.busy}>
            {words.layout.read}
          </button>
        </div>
      ) : (
        <StepButtons busy={draft.busy} />
      )}
      <h2 id="columns-of-file">{words.layout.columns}</h2>
      <Scroll heading="columns-of-file" stacked>
        <table className={styles['table']}>
          <caption className="visually-hidden">{words.layout.columns}</caption>
          <thead>
            <tr>
              <th scope="col">{words.layout.column}</th>
              <th scope="col">{words.layout.values}</th>
              <th scope="col" data-number="">
                {words.layout.whole}
              </th>
            </tr>
          </thead>
          <tbody>
            {suggestion?.columns.map(({ name, values, filled }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{values.join(' · ') || '–'}</td>
                <td data-number="">{formatPercent(filled, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Form>
  )

  function withRows(): typeof profile {
    const { unpivot: _, leaveOut: __, ...rest } = profile
    return {
      ...rest,
      ...(unpivot === undefined ? {} : { unpivot }),
      ...(leaveOut.length === 0 ? {} : { leaveOut }),
    }
  }

  function text(part: string): string {
    const value = layout[part]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }

  function change(part: string, value: unknown): void {
    const { [part]: _, ...others } = layout
    setLayout(value === '' || value === undefined ? others : { ...others, [part]: value })
  }

  function sureOf(part: string): string | undefined {
    return sure(suggestion?.layout.find((line) => line.part === part)?.confidence)
  }

  function sure(confidence: number | undefined): string | undefined {
    return confidence === undefined || confidence >= 1 || isChanged
      ? undefined
      : words.sure(formatPercent(confidence, language))
  }
}

function whole(value: string): number | undefined {
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined
}
