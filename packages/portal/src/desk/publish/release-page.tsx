import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { counted, sayCoarsened, sayJoint } from '@caudal/methods/protect/words'
import { formatNumber, say } from '@caudal/methods/publish'
import { sayMoment } from '../../account/own/moment.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { formatPercent } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Decisions } from './decisions.tsx'
import { HiddenCells } from './hidden-cells.tsx'
import { releaseQuery, releasesQuery, type Findings, type ReleaseDetail } from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import styles from '../desk.module.css'

/** One release: where it stands, what protection did, what the attacker found, and what is to be decided. */
export function ReleasePage(): ReactNode {
  const { id } = useParams({ strict: false })
  const words = usePublishWords()
  const { language } = useSpeaking()
  const release = useQuery(releaseQuery(id ?? '', language))
  const { data } = release
  usePageTitle(data?.title ?? id ?? '')
  return (
    <div className={styles['page']} aria-busy={release.isPending}>
      {release.isError && (
        <>
          <h1>{id}</h1>
          <ProblemNotice error={release.error} retry={() => void release.refetch()} />
        </>
      )}
      {data && (
        <>
          <div>
            <h1>{data.title}</h1>
            <p className="hint">
              {data.id} · {words.states[data.state]}
              {data.publishAt !== null && ` · ${sayMoment(data.publishAt, language)}`}
            </p>
          </div>
          <p>
            <a href={`/api/publish/releases/${data.id}/files/${language}/index.html`}>
              {words.one.preview}
            </a>
          </p>
          <Decisions release={data} decided={() => void release.refetch()} />
          <section>
            <h2>{words.one.protection}</h2>
            {data.leftOut.length > 0 && <p>{words.one.leftOut(data.leftOut.join(', '))}</p>}
            {data.findings.length === 0 && <p>{words.one.open}</p>}
            {data.findings.map((found) => (
              <FoundOf key={found.cube} found={found} release={data.id} />
            ))}
          </section>
          <HiddenCells release={data} />
          <Comparisons release={data} />
          <History release={data} />
        </>
      )}
    </div>
  )
}

function FoundOf({
  found,
  release,
}: {
  readonly found: Findings
  readonly release: string
}): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const count = (value: number) => formatNumber(value, language)
  const { cube, cells, hidden, cost, bound, attack, ledger, revisions, keptHidden = 0 } = found
  const { work, coarsened } = found
  // with the ledger the same cells are attacked again, and those of what was released before
  const attacked = Math.max(attack.cells, ledger.cells)
  const cellsOf = (value: number) => counted(value, 'cells', language, count(value))
  const problemsOf = (value: number) => counted(value, 'problems', language, count(value))
  const nameOf = (id: string) => words.cubes[id] ?? id
  const above = bound === 0 ? 0 : (cost - bound) / bound
  return (
    <>
      <h3>{nameOf(cube)}</h3>
      <ul>
        <li>{words.one.hidden(hidden, count(hidden), cellsOf(cells))}</li>
        {hidden > 0 && (
          <li>
            {words.one.lost(count(cost), above === 0 ? undefined : formatPercent(above, language))}
          </li>
        )}
        <li>
          {attacked === 0
            ? words.one.notAttacked
            : words.one.attacked(
                cellsOf(attacked),
                count(attack.witnesses + ledger.witnesses),
                problemsOf(attack.problems + ledger.problems),
              )}
        </li>
        <li>
          {ledger.releases.length === 0
            ? words.one.alone
            : words.one.together(ledger.releases.join(', '))}
        </li>
        {sayJoint({ ...found, ...ledger }, release, nameOf, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {revisions && <li>{words.one.revisions(revisions.length, cellsOf(revisions.length))}</li>}
        {keptHidden > 0 && <li>{words.one.kept(keptHidden, cellsOf(keptHidden))}</li>}
        {work !== undefined && work.problems > 0 && (
          <li>
            {words.one.work(
              problemsOf(work.problems),
              formatPercent(work.units / work.allowed, language),
            )}
          </li>
        )}
      </ul>
      {coarsened && <p>{sayCoarsened(coarsened, language, count).join(' ')}</p>}
    </>
  )
}

/** Other releases of the same series, to be laid beside this one. */
function Comparisons({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const all = useQuery(releasesQuery(language))
  const others = (all.data?.releases ?? []).filter(
    ({ id, series }) => id !== release.id && series === release.series,
  )
  return (
    <section>
      <h2>{words.one.compare}</h2>
      {others.length === 0 ? (
        <p>{words.one.nothingToCompare}</p>
      ) : (
        <ul>
          {others.map(({ id, state }) => (
            <li key={id}>
              <Link
                to="/$language/desk/publish/release/$id/compare/$other"
                params={{ language, id: release.id, other: id }}
              >
                {id}
              </Link>{' '}
              ({words.states[state]})
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ release }: { readonly release: ReleaseDetail }): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  return (
    <section>
      <h2>{words.one.history}</h2>
      <ul>
        <li>
          {sayMoment(release.draftedAt, language)}
          {say('colon', language)}
          {words.events.drafted}, {release.draftedBy}
        </li>
        {release.events.map(({ kind, actor, at, publishAt, successor, remark }) => (
          <li key={`${kind} ${at} ${publishAt} ${successor}`}>
            {[
              `${sayMoment(at, language)}${say('colon', language)}${words.events[kind]}, ${actor}`,
              publishAt && sayMoment(publishAt, language),
              successor,
              remark,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
