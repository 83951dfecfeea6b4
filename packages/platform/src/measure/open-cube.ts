import type { CodeLists, Cube } from '@caudal/methods/measure'
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
  /** Changes with every build of the cube, and with its code lists: what an answer is valid for. */
  readonly version: string
}
