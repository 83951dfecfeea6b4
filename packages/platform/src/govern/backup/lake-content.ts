import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type DataFolder, measureFile, type Queryable } from '../../store/index.ts'

/** A file of the data folder that the register counts on. */
export interface ContentFile {
  /** Relative to the data folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A file, and the archive that holds its content. */
export interface ManifestFile extends ContentFile {
  readonly archive: string
}

/**
 * The files that the register speaks of, each once, in the order of their paths: those of batches and
 * cubes with the digests that it holds, those of releases and boundaries as they lie there.
 */
export async function listContentFiles(
  register: Queryable,
  folder: DataFolder,
): Promise<ContentFile[]> {
  const described = await register.query<ContentFile>(
    `select distinct on (path) path, bytes, sha256 from (
       select f.path, f.bytes, f.sha256
       from batches, jsonb_to_recordset(files) as f (path text, bytes bigint, sha256 text)
       union all
       select f.path, f.bytes, f.sha256
       from cube_builds, jsonb_to_recordset(files) as f (path text, bytes bigint, sha256 text)
     ) as all_files order by path`,
  )
  const releases = await register.query<{ id: string }>('select id from releases order by id')
  const places = [...releases.map(({ id }) => join(folder.releases, id)), folder.boundaries]
  const measured = await Promise.all(
    places.flatMap(filesUnder).map(async (path) => ({
      path: relative(folder.root, path).split(sep).join('/'),
      ...(await measureFile(path)),
    })),
  )
  return [...described, ...measured]
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
