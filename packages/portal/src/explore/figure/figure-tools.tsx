import { lazy, Suspense, type ReactNode } from 'react'
import {
  escapeHtml,
  type CubeAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { downloads, tablePath, type Download } from '../../node-api/queries.ts'
import { CopyText } from '../../parts/copy-text.tsx'
import { Disclosure } from '../../parts/disclosure.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { writeExploration, type Exploration } from '../specification/exploration.ts'
import { writeSearch } from '../specification/search-text.ts'
import type { Told } from './figure.tsx'
import { PictureButtons } from './picture-buttons.tsx'
import styles from './figure.module.css'

const SaveView = lazy(async () => ({
  default: (await import('../../saved/save-view.tsx')).SaveView,
}))

/** Keep, download, share and cite the table that is shown. */
export function FigureTools({
  cube,
  exploration,
  result,
  told,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly result: TableResult
  readonly told: Told
}): ReactNode {
  const { language, words } = useSpeaking()
  const path = `/${language}/explore/${encodeURIComponent(cube.id)}`
  const search = writeSearch({ ...writeExploration(exploration) })
  const frame = `<iframe src="${location.origin}/${language}/embed/${encodeURIComponent(cube.id)}${escapeHtml(search)}" title="${escapeHtml(told.title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`
  const whole: TableSpec = { ...exploration.spec, where: [] }
  const address = `${location.origin}${path}${search}`
  return (
    <>
      <p className="print-only">{address}</p>
      <div className={`${styles['tools']} no-print`}>
        <Disclosure icon="keep" label={words.figure.save}>
          <Suspense>
            <SaveView cube={cube.id} query={search.slice(1)} suggestion={told.title} />
          </Suspense>
        </Disclosure>
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
          <p className="hint">{words.figure.downloadWhole}</p>
          <ul className={styles['formats']}>
            {(['csv', 'parquet'] as const).map((each) => (
              <li key={each}>
                <a href={tablePath(cube.id, uncut(whole), language, each)} download>
                  {words.figure.formats[each]}
                </a>
              </li>
            ))}
          </ul>
          {exploration.view !== 'table' && (
            <>
              <p className="hint">{words.figure.pictureHelp}</p>
              <PictureButtons
                name={`caudal-${cube.id}-${exploration.view}${result.synthetic ? '-SYNTHETIC' : ''}`}
                words={{
                  title: `${result.synthetic ? `${words.status.syntheticShort}: ` : ''}${told.title}`,
                  subtitle: told.subtitle,
                  source: result.citation,
                }}
              />
            </>
          )}
        </Disclosure>
        <Disclosure icon="link" label={words.figure.share}>
          <p className="hint">{words.figure.shareHelp}</p>
          <CopyText label={words.figure.link} text={address} lines={3} />
          <CopyText label={words.figure.embed} text={frame} lines={4} />
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

/** The same table with all of its rows, and the figures themselves. */
function uncut({ top: _top, show: _show, ...spec }: TableSpec): TableSpec {
  return spec
}

/** The day on which a reader takes the citation along, ISO 8601. */
function today(): string {
  // The Swedish way of writing a day is the ISO one, in the reader's own time zone.
  return new Intl.DateTimeFormat('sv').format(new Date())
}
