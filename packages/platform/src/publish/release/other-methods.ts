import { findCube } from '@caudal/methods/measure'
import type { RecordedRelease } from './releases.ts'

/** A cube that this program counts otherwise than the one that drafted a release of it. */
export interface OtherMethod {
  readonly cube: string
  readonly was: string
  /** '' where this program has no such cube. */
  readonly is: string
}

/** The cubes of a release whose method has another version by now. */
export function findOtherMethods({ sources }: Pick<RecordedRelease, 'sources'>): OtherMethod[] {
  return sources.flatMap(({ cube, methodVersion: was }) => {
    const is = findCube(cube)?.methodVersion ?? ''
    return is === was ? [] : [{ cube, was, is }]
  })
}
