import type { CubeAnswer } from '@caudal/methods/publish'
import { Refusal, type Language } from '@caudal/methods/vocabulary'
import { Problem } from '../node-api/problem.ts'
import {
  readExploration,
  type Exploration,
  type ExploreSearch,
} from './specification/exploration.ts'

/** What the address of a page shows of a cube, or why it cannot be understood. */
export function readAddress(
  search: ExploreSearch,
  cube: Pick<CubeAnswer, 'opening'>,
): { readonly exploration: Exploration } | { readonly refusal: Refusal } {
  try {
    return { exploration: readExploration(search, cube.opening) }
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

/** A refusal as the problem that a page shows. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  return new Problem(refusal.status, refusal.code, refusal.what(language), refusal.advice(language))
}
