import type { ReactNode } from 'react'
import type { CubeAnswer, TableResult } from '@caudal/methods/publish'
import { downloads, tablePath, type Download } from '../../node-api/queries.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { writeExploration, type Exploration } from '../specification/exploration.ts'
import { writeSearch } from '../specification/search-text.ts'
import styles from './figure.module.css'

/** Download, share and cite the table that is shown. */
export function FigureTools({
  cube,
  exploration,
  result,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult
}): ReactNode {
  const { language, words } = useSpeaking()
  const path = `/${language}/explore/${encodeURIComponent(cube.id)}`
  const address = `${location.origin}${path}${writeSearch({ ...writeExploration(exploration) })}`
  return (
    <>
      <p className="print-only">{address}</p>
      <div className={`${styles['tools']} no-print`}>
        <Disclosure icon="download" label={words.figure.download}>
          <p className="hint">{words.figure.downloadHelp}</p>
          <ul className={styles['formats']}>
            {(Object.keys(downloads) as Download[]).map((each) => (
              <li key={each}>
                <a href={tablePath(cube.id, exploration.spec, language, each)} download>
                  {words.figure.formats[each]}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
        <Disclosure icon="link" label={words.figure.share}>
          <p className="hint">{words.figure.shareHelp}</p>
          <CopyText label={words.figure.link} text={address} lines={3} />
        </Disclosure>
        <Disclosure icon="quote" label={words.figure.cite}>
          <CopyText
            label={words.figure.citation}
            text={`${result.citation} ${address} (${words.figure.consulted(today())})`}
            lines={6}
          />
        </Disclosure>
      </div>
    </>
  )
}

/** The day on which a reader takes the citation along, ISO 8601. */
function today(): string {
  // The Swedish way of writing a day is the ISO one, in the reader's own time zone.
  return new Intl.DateTimeFormat('sv').format(new Date())
}
