import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatNumber } from '@caudal/methods/publish'
import { sayMoment } from '../../account/own/moment.ts'
import { usePageTitle } from '../../frame/page-title.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { formatPercent } from '../../words/number-format.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import { Decisions } from './decisions.tsx'
import { HiddenCells } from './hidden-cells.tsx'
import {
  releaseQuery,
  releasesQuery,
  type Coarsened,
  type Findings,
  type ReleaseDetail,
} from './releases.ts'
import { usePublishWords } from './words/publish-words.ts'
import type { PublishWording } from './words/publish-wording.ts'
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
              <FoundOf key={found.cube} found={found} />
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

function FoundOf({ found }: { readonly found: Findings }): ReactNode {
  const words = usePublishWords()
  const { language } = useSpeaking()
  const count = (value: number) => formatNumber(value, language)
  const { cube, cells, hidden, cost, bound, attack, ledger, revisions, keptHidden = 0 } = found
  const { work, coarsened, together, oneByOne } = found
  const above = bound === 0 ? 0 : (cost - bound) / bound
  const named = (others: readonly { readonly release: string; readonly cube: string }[]) =>
    others.map((other) => `${other.release} (${words.cubes[other.cube] ?? other.cube})`).join(', ')
  return (
    <>
      <h3>{words.cubes[cube] ?? cube}</h3>
      <ul>
        <li>{words.one.hidden(count(hidden), count(cells))}</li>
        <li>{words.one.lost(count(cost), formatPercent(above, language))}</li>
        <li>
          {words.one.attacked(
            count(attack.cells + ledger.cells),
            count(attack.witnesses + ledger.witnesses),
            count(attack.problems + ledger.problems),
          )}
        </li>
        <li>
          {ledger.releases.length === 0
            ? words.one.alone
            : words.one.together(ledger.releases.join(', '))}
        </li>
        {ledger.tied && <li>{words.one.tied(named(ledger.tied))}</li>}
        {together && (
          <li>{words.one.asOne(together.map((id) => words.cubes[id] ?? id).join(', '))}</li>
        )}
        {oneByOne && <li>{words.one.oneByOne[oneByOne]}</li>}
        {ledger.notAttackedWith && (
          <li>{words.one.notAttackedWith(named(ledger.notAttackedWith))}</li>
        )}
        {revisions && <li>{words.one.revisions(count(revisions.length))}</li>}
        {keptHidden > 0 && <li>{words.one.kept(count(keptHidden))}</li>}
        {work && (
          <li>
            {words.one.work(
              count(work.problems),
              formatPercent(work.units / work.allowed, language),
            )}
          </li>
        )}
      </ul>
      {coarsened && (
        <p>
          {sayCoarsened(coarsened, words, count)} {words.one.because[coarsened.because]}
        </p>
      )}
    </>
  )
}

function sayCoarsened(
  { levels, of, cells }: Coarsened,
  { one }: PublishWording,
  count: (value: number) => string,
): string {
  if (levels === of) return one.nothingShown
  return levels === 0 ? one.onlyUnchanged : one.coarsened(count(levels), count(of), count(cells))
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
          {sayMoment(release.draftedAt, language)}: {words.events.drafted}, {release.draftedBy}
        </li>
        {release.events.map(({ kind, actor, at, publishAt, successor, remark }) => (
          <li key={`${kind} ${at} ${publishAt} ${successor}`}>
            {[
              `${sayMoment(at, language)}: ${words.events[kind]}, ${actor}`,
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
