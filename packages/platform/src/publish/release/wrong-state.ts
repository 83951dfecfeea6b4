import type { Refusal, Text } from '@caudal/methods/vocabulary'
import { releaseCommandWords } from './command-words.ts'
import { releaseRefusals } from './refusals.ts'
import type { ReleaseState } from './release-state.ts'

export type ReleaseVerb = 'approve' | 'reject' | 'publish' | 'supersede'

const verbs: Readonly<Record<ReleaseVerb, Text>> = {
  approve: { es: 'aprobar', en: 'approved', fr: 'approuver' },
  reject: { es: 'rechazar', en: 'rejected', fr: 'rejeter' },
  publish: { es: 'publicar', en: 'published', fr: 'publier' },
  supersede: { es: 'sustituir', en: 'superseded', fr: 'remplacer' },
}

/** That a release does not stand where this can be done with it, in words. */
export function wrongState(release: string, state: ReleaseState, verb: ReleaseVerb): Refusal {
  const { es, en, fr } = releaseCommandWords
  const named = { es: es.states[state], en: en.states[state], fr: fr.states[state] }
  return releaseRefusals.refuse('wrong-state', { release, state, stands: named, verb: verbs[verb] })
}
