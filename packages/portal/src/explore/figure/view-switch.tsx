import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon.tsx'
import { useSpeaking } from '../../words/speaking.tsx'
import { views, writeExploration, type Exploration } from '../specification/exploration.ts'
import styles from './figure.module.css'

/** The same table as a table, bars, lines or a map: each has its own address. */
export function ViewSwitch({ exploration }: { readonly exploration: Exploration }): ReactNode {
  const { language, words } = useSpeaking()
  const { cube } = useParams({ from: '/$language/explore/$cube' })
  return (
    <nav aria-label={words.views.title} className={`${styles['views']} no-print`}>
      {views.map((view) => (
        <Link
          key={view}
          to="/$language/explore/$cube"
          params={{ language, cube }}
          search={writeExploration({ ...exploration, view })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{}}
          aria-current={exploration.view === view ? 'true' : undefined}
        >
          <Icon name={view} />
          {words.views[view]}
        </Link>
      ))}
    </nav>
  )
}
