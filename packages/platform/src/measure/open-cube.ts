import type { CodeLists, Cube, RecordedBreak } from '@caudal/methods/measure'
import type { CubeBuild } from '../store/index.ts'
import type { CubeManifest } from './cube-manifest.ts'

/** A built cube, open for questions. */
export interface OpenCube {
  readonly cube: Cube
  readonly state: 'built' | 'stale'
  readonly build: CubeBuild
  readonly manifest: CubeManifest
  /** The code lists of its dimensions, with the node's own codes. */
  readonly lists: CodeLists
  /** Breaks in its series that were recorded and stand. */
  readonly breaks: readonly RecordedBreak[]
  /** Changes with every build of the cube, its code lists and its breaks: what an answer is valid for. */
  readonly version: string
}
