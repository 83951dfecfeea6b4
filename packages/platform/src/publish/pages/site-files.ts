import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { BoundaryFile, Glossary } from '../../../../portal/src/release/index.ts'

const manifestFile = '.vite/manifest.json'
const entry = 'src/release/site/enhance.ts'

const manifestSchema = z.record(
  z.string(),
  z.looseObject({
    file: z.string(),
    css: z.array(z.string()).optional(),
    imports: z.array(z.string()).optional(),
  }),
)

/** What baked pages take from the built portal; absent where it has not been built. */
export interface SiteFiles {
  readonly styles: readonly string[]
  readonly script: string | undefined
  readonly world: BoundaryFile | undefined
  readonly glossary: Glossary | undefined
}

/**
 * What baked pages take from the portal as it lies on disk now: read again when it has been built anew, and
 * what it was before while it is being built.
 *
 * @param folder of the built portal
 */
export function followSiteFiles(folder: string): () => Promise<SiteFiles> {
  let files: Promise<SiteFiles> | undefined
  let changed: number | undefined
  return async () => {
    const found = await stat(join(folder, manifestFile)).catch(() => undefined)
    if (files === undefined || (found !== undefined && found.mtimeMs !== changed)) {
      changed = found?.mtimeMs
      files = readSiteFiles(folder)
    }
    return files
  }
}

async function readSiteFiles(folder: string): Promise<SiteFiles> {
  const [manifest, world, glossary] = await Promise.all([
    readJson(join(folder, manifestFile)),
    readJson(join(folder, 'boundaries/world.json')),
    readJson(join(folder, 'handbook/glossary.json')),
  ])
  const chunks = manifestSchema.safeParse(manifest).data ?? {}
  const script = chunks[entry]?.file
  return {
    styles: stylesOf(chunks, entry).map((file) => `/${file}`),
    script: script && `/${script}`,
    world: world as BoundaryFile | undefined,
    glossary: glossary as Glossary | undefined,
  }
}

/** Styles of what a chunk imports come before its own. */
function stylesOf(chunks: z.output<typeof manifestSchema>, name: string): string[] {
  const chunk = chunks[name]
  if (chunk === undefined) return []
  const before = (chunk.imports ?? []).flatMap((each) => stylesOf(chunks, each))
  return [...new Set([...before, ...(chunk.css ?? [])])]
}

/** A file that may not be there: a node whose portal has not been built serves pages all the same. */
async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
