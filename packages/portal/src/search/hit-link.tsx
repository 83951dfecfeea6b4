import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SearchHitAnswer } from '@caudal/methods/publish'
import { exploreSearch } from '../explore/specification/exploration.ts'
import { readSearch } from '../explore/specification/search-text.ts'
import { useSpeaking } from '../words/speaking.tsx'

/** What was found inside a cube, as a link to the table that shows it. */
export function HitLink({ hit }: { readonly hit: SearchHitAnswer }): ReactNode {
  const { language, words } = useSpeaking()
  return (
    <Link
      to="/$language/explore/$cube"
      params={{ language, cube: hit.cube }}
      search={exploreSearch(readSearch(hit.specification))}
    >
      {hit.within ?? words.search.kinds[hit.kind]}: {hit.label}
    </Link>
  )
}
