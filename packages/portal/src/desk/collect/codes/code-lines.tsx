import type { ReactNode } from 'react'
import { sayDay } from '../../../account/own/moment.ts'
import { useSpeaking } from '../../../words/speaking.tsx'
import { useCodesWords } from '../words/codes-words.ts'
import type { ReadCodes, ToldLine } from './codes.ts'
import styles from '../../desk.module.css'

const acts = ['refuse', 'add', 'end'] as const

/** What would become of a file of codes: in words, then line by line, what is refused first. */
export function CodeLines({ read: { counts, lines } }: { readonly read: ReadCodes }): ReactNode {
  const { file: words } = useCodesWords()
  return (
    <>
      <output>
        {words.found(counts)}{' '}
        {counts.refuse > 0
          ? words.refusedLead
          : counts.add + counts.end === 0
            ? words.nothingNew
            : words.soundLead}
      </output>
      {acts.map((act) => (
        <LinesOf
          key={act}
          act={act}
          count={counts[act]}
          lines={lines.filter((line) => line.act === act)}
        />
      ))}
    </>
  )
}

function LinesOf({
  act,
  count,
  lines,
}: {
  readonly act: (typeof acts)[number]
  readonly count: number
  readonly lines: readonly ToldLine[]
}): ReactNode {
  const words = useCodesWords()
  const { language } = useSpeaking()
  if (lines.length === 0) return null
  const last = { refuse: words.file.why, add: words.from, end: words.lastDay }[act]
  const said = (line: ToldLine) =>
    act === 'refuse' ? (
      <>
        {line.what}
        <br />
        <span className="hint">{line.advice}</span>
      </>
    ) : (
      sayDay(act === 'add' ? line.validFrom : line.validTo, language)
    )
  return (
    <section className={act === 'refuse' ? styles['caution'] : styles['part']}>
      <h2 id={`lines-${act}`}>{words.file.headings[act]}</h2>
      {lines.length < count && <p>{words.file.shownOf(lines.length, count)}</p>}
      <table className={styles['table']} aria-labelledby={`lines-${act}`}>
        <thead>
          <tr>
            <th scope="col">{words.file.row}</th>
            <th scope="col">{words.code}</th>
            <th scope="col">{last}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.row}>
              <th scope="row">{line.row}</th>
              <td>
                <code className={styles['said']}>{line.code}</code> {line.label}
                <br />
                <span className="hint">{line.list}</span>
              </td>
              <td>{said(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
