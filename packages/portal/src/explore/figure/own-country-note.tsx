import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CubeAnswer } from '@caudal/methods/publish'
import { useWho } from '../../account/who.ts'
import { codesQuery } from '../../node-api/queries.ts'
import { useSpeaking } from '../../words/speaking.tsx'
import type { Exploration } from '../specification/exploration.ts'
import { conditionsOf, setCondition } from '../specification/rearrange.ts'
import { fitShow } from '../specification/shown-as.ts'
import { ownCountryWords } from './own-country-words.ts'
import styles from './figure.module.css'

/**
 * Where figures are protected for somebody who reads those of the own country exactly: that it is so, and the
 * same table limited to that country.
 */
export default function OwnCountryNote({
  cube,
  exploration,
  change,
}: {
  readonly cube: CubeAnswer
  readonly exploration: Exploration
  readonly change: (next: Exploration) => void
}): ReactNode {
  const { language } = useSpeaking()
  const who = useWho().data
  const signedIn = who !== undefined && who.account !== null ? who : undefined
  const mayRead = signedIn?.operations.includes('measure.read') === true
  const own = signedIn?.account.country ?? ''
  const codes = useQuery({ ...codesQuery(cube.id, 'country', '', language), enabled: mayRead })
  if (!mayRead || codes.data === undefined) return null
  const words = ownCountryWords[language]
  const country = codes.data.codes.find(({ code }) => code === own)
  if (own === '') return <p className="hint">{words.without}</p>
  // Of a country without records here there is nothing to limit to.
  if (country === undefined) return null
  const { spec } = exploration
  const limited = { dimension: 'country', codes: [own] }
  const isLimited = conditionsOf(spec, 'country').some(({ codes: kept }) => kept?.join() === own)
  if (isLimited) return null
  return (
    <div className={styles['own']}>
      <p className="hint">{words.exact(country.label)}</p>
      <button
        type="button"
        className="button"
        onClick={() =>
          change({
            ...exploration,
            spec: fitShow(cube, setCondition(spec, 'country', limited)),
          })
        }
      >
        {words.limit(country.label)}
      </button>
    </div>
  )
}
