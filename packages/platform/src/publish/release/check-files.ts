import { isSignedBy, type CaudalNode } from '../../store/index.ts'
import { holdsFiles } from './archive-content.ts'
import { archiveName, manifestName, sha256, signatureName } from './bake.ts'
import { listReleaseFiles, readReleaseFile } from './release-folder.ts'
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
 * What is wrong with a file: its content is another, it is gone, it was put there since, the manifest is another one
 * and names another key, or the signature is not that of the manifest.
 */
export type DamageKind = 'altered' | 'missing' | 'added' | 'other-key' | 'other-signature'

export interface Damage {
  readonly file: string
  readonly kind: DamageKind
}

/**
 * Checks the files of a release as they lie on the disk: the manifest is the one recorded, its signature is the
 * node's, every file has the checksum that the manifest gives, the archive and the PDFs are those of the day on which
 * it was drafted, and nothing lies among them that belongs to none.
 *
 * @returns what is wrong, file by file; empty where all is as it was drafted
 */
export async function findDamage(node: CaudalNode, release: RecordedRelease): Promise<Damage[]> {
  const read = (name: string) => readReleaseFile(node, release.id, name)
  const manifest = read(manifestName)
  if (manifest === undefined) return [{ file: manifestName, kind: 'missing' }]
  if (sha256(manifest) !== release.manifestSha256) {
    const isForeign = keyIn(manifest) !== release.publicKey
    return [{ file: manifestName, kind: isForeign ? 'other-key' : 'altered' }]
  }
  const signature = read(signatureName)
  if (signature === undefined) return [{ file: signatureName, kind: 'missing' }]
  if (!isSignedBy(release.publicKey, manifest, signature.toString('utf8').trim())) {
    return [{ file: signatureName, kind: 'other-signature' }]
  }
  const { files } = JSON.parse(manifest.toString('utf8')) as ReleaseManifest
  const unsigned = release.unsignedFiles ?? null
  const expected = new Map([
    ...files.map((file) => [file.path, file.sha256] as const),
    ...Object.entries(unsigned ?? {}),
  ])
  const damaged: Damage[] = []
  for (const [file, digest] of expected) {
    const content = read(file)
    if (content === undefined) damaged.push({ file, kind: 'missing' })
    else if (sha256(content) !== digest) damaged.push({ file, kind: 'altered' })
  }
  const known = new Set([...expected.keys(), manifestName, signatureName])
  for (const file of listReleaseFiles(node, release.id)) {
    if (known.has(file) || (unsigned === null && isUnsigned(file))) continue
    damaged.push({ file, kind: 'added' })
  }
  // what the archive was is not known of releases from before: it has to hold what was signed
  if (unsigned === null) {
    const signed = new Map(
      [...files.map(({ path }) => path), manifestName, signatureName].map(
        (file) => [file, read(file)] as const,
      ),
    )
    if (read(archiveName) === undefined) damaged.push({ file: archiveName, kind: 'missing' })
    else if (!(await holdsFiles(node, release.id, signed))) {
      damaged.push({ file: archiveName, kind: 'altered' })
    }
  }
  return damaged
}

/**
 * Whether a file is served as part of a release: it is one of its files, as it was drafted.
 *
 * @returns undefined where it is none of them
 */
export function isAsDrafted(
  node: CaudalNode,
  release: RecordedRelease,
  file: string,
  content: Buffer,
): boolean | undefined {
  if (file === manifestName) return sha256(content) === release.manifestSha256
  const manifest = readReleaseFile(node, release.id, manifestName)
  if (manifest === undefined || sha256(manifest) !== release.manifestSha256) return false
  if (file === signatureName) {
    return isSignedBy(release.publicKey, manifest, content.toString('utf8').trim())
  }
  const { files } = JSON.parse(manifest.toString('utf8')) as ReleaseManifest
  const unsigned = release.unsignedFiles ?? null
  if (unsigned === null && isUnsigned(file)) return true
  const expected = files.find(({ path }) => path === file)?.sha256 ?? unsigned?.[file]
  return expected === undefined ? undefined : sha256(content) === expected
}

/** Digests of the files of a release of which its manifest does not tell, as they lie on the disk. */
export function unsignedFilesOf(node: CaudalNode, id: string): Record<string, string> {
  const names = listReleaseFiles(node, id).filter(isUnsigned)
  return Object.fromEntries(names.map((name) => [name, sha256(readReleaseFile(node, id, name)!)]))
}

/** Files of which the manifest does not tell. */
function isUnsigned(file: string): boolean {
  return file === archiveName || file.endsWith('.pdf')
}

/** The key that a manifest names; undefined where it cannot be read. */
function keyIn(manifest: Buffer): string | undefined {
  try {
    return (JSON.parse(manifest.toString('utf8')) as Partial<ReleaseManifest>).publicKey
  } catch {
    return undefined
  }
}
