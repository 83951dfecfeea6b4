import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CubeAnswer } from '@caudal/methods/publish'
import { Disclosure } from '../../parts/disclosure.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import {
  views,
  writeExploration,
  type Exploration,
  type View,
} from '../specification/exploration.ts'
import { unfitFor } from '../specification/fitting-views.ts'
import styles from './figure.module.css'

const everyday: readonly View[] = ['table', 'bar', 'line', 'map']

/**
 * The same table in other views, each with its own address: those that fit its breakdown beside each
 * other, the others behind "More charts", where each says what it needs.
 */
export function ViewSwitch({
  cube,
  exploration,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
}): ReactNode {
  const { words } = useSpeaking()
  const fits = (view: View): boolean =>
    everyday.includes(view) ||
    view === exploration.view ||
    unfitFor(view, cube, exploration.spec) === undefined
  const fitting = views.filter(fits)
  const others = views.filter((view) => !fits(view))
  // On a narrow screen those that are not everyday stand behind "More charts" too.
  const second = (view: View) => !everyday.includes(view) && view !== exploration.view
  const behind = [...fitting.filter(second), ...others]
  return (
    <nav aria-label={words.views.title} className={`${styles['views']} no-print`}>
      {fitting.map((view) => (
        <ViewLink key={view} view={view} exploration={exploration} second={second(view)} />
      ))}
      {behind.length > 0 && (
        <div data-only-narrow={others.length === 0 ? '' : undefined}>
          <Disclosure icon="more" label={words.views.more}>
            <ul className={styles['moreViews']}>
              {behind.map((view) => (
                <li key={view} data-only-narrow={fits(view) ? '' : undefined}>
                  <ViewLink view={view} exploration={exploration} />
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </nav>
  )
}

function ViewLink({
  view,
  exploration,
  second = false,
}: {
  readonly view: View
  readonly exploration: Exploration
  readonly second?: boolean
}): ReactNode {
  const { language, words } = useSpeaking()
  const { cube } = useParams({ from: '/$language/explore/$cube' })
  return (
    <Link
      to="/$language/explore/$cube"
      params={{ language, cube }}
      search={writeExploration({ ...exploration, view })}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
      activeProps={{}}
      aria-current={exploration.view === view ? 'true' : undefined}
      data-second={second ? '' : undefined}
    >
      <Icon name={view} />
      {words.views[view]}
    </Link>
  )
}
