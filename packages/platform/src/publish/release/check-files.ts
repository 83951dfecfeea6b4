import { isSignedBy, type CaudalNode } from '../../store/index.ts'
import { archiveName, manifestName, sha256, signatureName } from './bake.ts'
import { readReleaseFile } from './release-folder.ts'
import type { RecordedRelease } from './releases.ts'

export interface ReleaseManifest {
  readonly release: string
  readonly publicKey: string
  readonly files: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }[]
}

/**
 * Checks the files of a release as they lie on the disk: the manifest is the one recorded, its
 * signature is the node's, and every file has the checksum that the manifest gives.
 *
 * @returns names of what is missing or differs; empty where all is as it was drafted
 */
export function findDamage(node: CaudalNode, release: RecordedRelease): string[] {
  const manifest = readReleaseFile(node, release.id, manifestName)
  if (manifest === undefined || sha256(manifest) !== release.manifestSha256) return [manifestName]
  const signature = readReleaseFile(node, release.id, signatureName)?.toString('utf8').trim() ?? ''
  if (!isSignedBy(release.publicKey, manifest, signature)) return [signatureName]
  const { files } = JSON.parse(manifest.toString('utf8')) as ReleaseManifest
  const damaged = files.flatMap(({ path, sha256: expected }) => {
    const content = readReleaseFile(node, release.id, path)
    return content === undefined || sha256(content) !== expected ? [path] : []
  })
  return readReleaseFile(node, release.id, archiveName) === undefined
    ? [...damaged, archiveName]
    : damaged
}
