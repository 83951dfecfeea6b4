import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { languages } from '@caudal/methods/vocabulary'
import { Form, type Fault } from '../../../account/form/form.tsx'
import { findEmpty } from '../../../account/form/needed.ts'
import { TextField } from '../../../account/form/text-field.tsx'
import { useDeed } from '../../../account/form/use-deed.ts'
import { SignedInOnly } from '../../../account/signed-in-only.tsx'
import { useAccountWords } from '../../../account/words/account-words.ts'
import { usePageTitle } from '../../../frame/page-title.ts'
import { tellNode } from '../../../node-api/ask-node.ts'
import { ProblemNotice } from '../../../parts/problem-notice.tsx'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCollectWords } from '../words/collect-words.ts'
import { useCompareWords } from '../words/compare-words.ts'
import { batchReportQuery, batchesQuery, type BatchReport } from './batches.ts'
import { Scroll } from '../../scroll.tsx'
import styles from '../../desk.module.css'

/** One file received: the report that goes back to its institution, and the way to withdraw it. */
export function BatchPage(): ReactNode {
  return (
    <SignedInOnly operation="collect.examine">
      {({ operations }) => <Batch mayWithdraw={operations.includes('collect.withdraw')} />}
    </SignedInOnly>
  )
}

function Batch({ mayWithdraw }: { readonly mayWithdraw: boolean }): ReactNode {
  const { id } = useParams({ from: '/$language/desk/collect/batches/$id' })
  const words = useCollectWords()
  const compare = useCompareWords()
  const { language } = useSpeaking()
  const report = useQuery(batchReportQuery(id, language))
  const batches = useQuery(batchesQuery(language))
  const batch = batches.data?.batches.find((each) => String(each.id) === id)
  const [isWithdrawnNow, setWithdrawnNow] = useState(false)
  usePageTitle(report.data?.title)
  if (report.isError) {
    return (
      <div className={styles['page']}>
        <ProblemNotice error={report.error} retry={() => void report.refetch()} />
      </div>
    )
  }
  if (report.data === undefined) return <div aria-busy="true" />
  const { title, synthetic, standing, intro, facts, sections, none } = report.data
  const address = (format: string, each: string) =>
    `/api/collect/batches/${id}/report?format=${format}&language=${each}`
  return (
    <div className={styles['page']}>
      <h1>{title}</h1>
      {standing && <Standing said={standing} isNews={isWithdrawnNow} />}
      {synthetic && <p className={styles['caution']}>{synthetic}</p>}
      <p>{intro}</p>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="downloads">
        <h2 id="downloads">{words.batch.downloads}</h2>
        <ul>
          {languages.map((each) => (
            <li key={each}>
              {nameOf(each)}: <a href={address('html', each)}>{words.batch.page}</a>,{' '}
              <a href={address('xlsx', each)}>{words.batch.workbook}</a>
            </li>
          ))}
        </ul>
      </section>
      {sections.map((section) => (
        <ReportSection key={section.heading} section={section} none={none} />
      ))}
      <p>
        <Link to="/$language/desk/collect/batches/$id/compare" params={{ language, id }}>
          {compare.link}
        </Link>
      </p>
      {mayWithdraw && batch?.status === 'accepted' && (
        <Withdraw id={id} onWithdrawn={() => setWithdrawnNow(true)} />
      )}
      <p>
        <Link to="/$language/desk/collect" params={{ language }}>
          {words.batch.all}
        </Link>
      </p>
    </div>
  )
}

function ReportSection({
  section: { heading, note, also, table },
  none,
}: {
  readonly section: BatchReport['sections'][number]
  readonly none: string
}): ReactNode {
  const { language } = useSpeaking()
  const id = `section-${heading.replace(/\W+/g, '-')}`
  return (
    <div>
      <h2 id={id}>{heading}</h2>
      {table === undefined ? (
        <p>{none}</p>
      ) : (
        <>
          {note && <p>{note}</p>}
          <Scroll heading={id} columns={table.head.length} stacked>
            <table className={styles['table']}>
              <caption className="visually-hidden">{heading}</caption>
              <thead>
                <tr>
                  {table.head.map((name, at) => (
                    <th
                      key={at}
                      scope="col"
                      data-number={isNumeric(table.rows, at) ? '' : undefined}
                    >
                      {name === '' ? <span className="visually-hidden">{heading}</span> : name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, line) => (
                  <tr key={line} data-out={table.marked?.[line] ? '' : undefined}>
                    {row.map((value, at) => (
                      <td key={at} data-number={isNumeric(table.rows, at) ? '' : undefined}>
                        {typeof value === 'number'
                          ? formatNumber(value, language, decimalsOf(value))
                          : value === null
                            ? '–'
                            : keepDaysWhole(value)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      {also !== undefined && <p>{also}</p>}
    </div>
  )
}

/** Text in which no day is broken over two lines. */
function keepDaysWhole(text: string): ReactNode {
  return text.split(/(\d{4}-\d\d-\d\d)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} data-day="">
        {part}
      </span>
    ),
  )
}

/** That the file counts no more; whoever has just withdrawn it is led there from the end of the page. */
function Standing({
  said,
  isNews,
}: {
  readonly said: string
  readonly isNews: boolean
}): ReactNode {
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isNews) box.current?.focus()
  }, [isNews])
  return (
    <p ref={box} className={styles['caution']} tabIndex={-1}>
      {said}
    </p>
  )
}

function Withdraw({
  id,
  onWithdrawn,
}: {
  readonly id: string
  readonly onWithdrawn: () => void
}): ReactNode {
  const words = useCollectWords()
  const account = useAccountWords()
  const { language } = useSpeaking()
  const client = useQueryClient()
  const [because, setBecause] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const withdraw = useDeed(async () => {
    await tellNode('POST', `/api/collect/batches/${id}/withdrawal`, language, { because })
    await Promise.all([
      client.invalidateQueries(batchesQuery(language)),
      client.invalidateQueries(batchReportQuery(id, language)),
    ])
    onWithdrawn()
  })
  return (
    <details>
      <summary>{words.batch.withdraw}</summary>
      <Form
        problem={withdraw.problem}
        faults={faults}
        onSend={() => {
          const empty = findEmpty(account, { because: [words.batch.because, because] })
          setFaults(empty)
          if (empty.length === 0) void withdraw.run()
        }}
      >
        <p>{words.batch.withdrawLead}</p>
        <TextField
          id="because"
          label={words.batch.because}
          hint={words.batch.becauseHint}
          faults={faults}
          value={because}
          onText={setBecause}
          maxLength={1000}
        />
        <div className={styles['buttons']}>
          <button className="button" type="submit" disabled={withdraw.busy}>
            {words.batch.withdraw}
          </button>
        </div>
      </Form>
    </details>
  )
}

/** How many decimals a number was rounded to: the node keeps those that tell hardly any from none. */
function decimalsOf(value: number): number {
  return value.toFixed(8).replace(/0+$/, '').split('.')[1]?.length ?? 0
}

function isNumeric(rows: BatchRows, at: number): boolean {
  return rows.some((row) => typeof row[at] === 'number')
}

type BatchRows = NonNullable<BatchReport['sections'][number]['table']>['rows']

/** A language by its own name. */
function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}
