import type { Cube } from '@caudal/methods/measure'
import type { CubeBuild } from '../store/index.ts'
import type { CubeManifest } from './cube-manifest.ts'

/** A built cube, open for questions. */
export interface OpenCube {
  readonly cube: Cube
  readonly state: 'built' | 'stale'
  readonly build: CubeBuild
  readonly manifest: CubeManifest
  /** Changes with every build of the cube: what an answer is valid for. */
  readonly version: string
}
