import { createHash } from 'node:crypto'
import program from '../../package.json' with { type: 'json' }
import type { CubeState } from '../measure/service.ts'

/** Whether an answer is the same whoever asks, or exact because of who asked. */
export type Audience = 'everybody' | 'reader'

export const audienceOf = (exact: boolean): Audience => (exact ? 'reader' : 'everybody')

export const isPublicState = (state: CubeState) => state.cube.protection === 'none'

/** What is said of a cube changes with this. */
export function versionOf(state: CubeState): string {
  const built =
    'build' in state ? [state.build.files[0]?.path, ...state.breaks.map(({ id }) => id)] : []
  return [state.cube.id, state.state, ...built].join(' ')
}

/** The name of an answer that is made of these parts. */
export function tagOf(parts: readonly string[]): string {
  // The words of an answer may change with the program alone: its version is part of every tag.
  const content = [program.version, ...parts].join('\n')
  return createHash('sha256').update(content).digest('hex').slice(0, 24)
}
