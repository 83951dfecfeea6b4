import type { ReactNode } from 'react'
import type { Language } from '@caudal/methods/vocabulary'
import type { BoundaryAbout } from './boundary-areas.ts'
import type { MapWords } from './map-wording.ts'
import type { BoundariesState } from './use-boundaries.ts'
import styles from './area-map.module.css'

/** Names listed before the rest are only counted. */
const mostNames = 8

/** What a reader must be told under a map: what is not on it, how it was joined, whose lines these are. */
export function MapNotes({
  state,
  about,
  missing,
  unplaced,
  byName,
  all,
  tiles,
  insets,
  shadedCounts,
  shares,
  samePeriods,
  count,
  list,
  words,
  language,
}: {
  readonly state: BoundariesState
  readonly about: readonly BoundaryAbout[]
  /** Labels of the areas without boundaries. */
  readonly missing: readonly string[]
  /** Figures without a place, each with its label. */
  readonly unplaced: readonly string[]
  readonly byName: number
  readonly all: number
  /** Why squares are shown though a map was asked for. */
  readonly tiles: 'none' | 'few' | undefined
  readonly insets: boolean
  readonly shadedCounts: boolean
  readonly shares: boolean
  readonly samePeriods: boolean
  readonly count: (value: number) => string
  readonly list: (parts: readonly string[]) => string
  readonly words: MapWords
  readonly language: Language
}): ReactNode {
  const failed = state.status === 'failed'
  const named = missing.length > mostNames ? [...missing.slice(0, mostNames), '…'] : missing
  const sources = [
    ...new Set(about.map(({ title, owner, licence }) => `${owner}, ${title} (${licence})`)),
  ]
  return (
    <ul className={styles['notes']}>
      {failed && (
        <li>
          {words.failed}{' '}
          <button type="button" className="button" data-quiet onClick={() => state.retry()}>
            {words.retry}
          </button>
        </li>
      )}
      {unplaced.length > 0 && <li>{words.unplaced(list(unplaced))}</li>}
      {shadedCounts && <li>{words.countsShaded}</li>}
      {shares && <li>{words.sharesNote}</li>}
      {samePeriods && <li>{words.samePeriods}</li>}
      {insets && <li>{words.insets}</li>}
      {!failed && tiles === 'none' && <li>{words.noBoundaries}</li>}
      {!failed && tiles === 'few' && <li>{words.mostlyTiles}</li>}
      {state.status === 'ready' && missing.length > 0 && tiles !== 'none' && (
        <li>
          {words.withoutBoundary(
            missing.length,
            count(missing.length),
            count(all),
            named.length > mostNames ? named.join(', ') : list(named),
          )}
        </li>
      )}
      {byName > 0 && <li>{words.byName(byName, count(byName))}</li>}
      {about.flatMap(({ note }) =>
        note?.[language] ? [<li key={note[language]}>{note[language]}</li>] : [],
      )}
      {sources.length > 0 && <li>{words.source(list(sources))}</li>}
      <li>{words.disclaimer}</li>
    </ul>
  )
}
