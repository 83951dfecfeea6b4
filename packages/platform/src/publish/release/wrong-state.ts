import type { Refusal, Text } from '@caudal/methods/vocabulary'
import { releaseCommandWords } from './command-words.ts'
import { releaseRefusals } from './refusals.ts'
import type { Release } from './release-state.ts'

/** What is decided on a release. */
export type Verb = keyof typeof verbs

const verbs = {
  approve: { es: 'aprobar', en: 'approved', fr: 'l’approuver' },
  reject: { es: 'rechazar', en: 'rejected', fr: 'la rejeter' },
  publish: { es: 'sacar ni poner hora', en: 'given its hour', fr: 'lui donner son heure' },
  supersede: {
    es: 'sustituir, ni poner en lugar de otra',
    en: 'replaced, nor take the place of another',
    fr: 'la remplacer, ni en remplacer une autre par elle',
  },
} as const satisfies Readonly<Record<string, Text>>

/** That a release is not in the state for what was to be decided on it. */
export function refuseState({ id, state }: Pick<Release, 'id' | 'state'>, verb: Verb): Refusal {
  const { es, en, fr } = releaseCommandWords
  const stateLabel = { es: es.states[state], en: en.states[state], fr: fr.states[state] }
  const labels = { stateLabel, verbLabel: verbs[verb] }
  return releaseRefusals.refuse('wrong-state', { release: id, state, verb, ...labels })
}
