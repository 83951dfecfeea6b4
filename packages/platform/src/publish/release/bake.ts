import { createHash } from 'node:crypto'
import {
  byteOrderMark,
  tableToCsv,
  tableToJsonStat,
  type TableResult,
} from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import {
  isHiddenWhole,
  releaseCitation,
  releasePageWords,
  releaseWords,
  renderRelease,
} from '../../../../portal/src/release/index.ts'
import { tableWorkbook } from '../spreadsheet/table-workbook.ts'
import { writeWorkbooks } from '../spreadsheet/write-sheets.ts'
import { checkingFiles } from './checking-files.ts'
import { steadyWorkbook } from './steady-workbook.ts'
import { packZip } from './release-zip.ts'
import { sdmxFiles } from './sdmx-files.ts'
import { worldOutlines } from './world-outlines.ts'
import type { ReleaseSource } from './releases.ts'

/** A figure in every language, ready to be written. */
export interface BakedFigure {
  readonly id: string
  readonly timeIds: readonly string[]
  readonly isReleased: boolean
  readonly results: Readonly<Record<Language, TableResult>>
}

export interface Baking {
  readonly id: string
  readonly series: string
  readonly vintage: number
  readonly title: Readonly<Record<Language, string>>
  /** Who publishes it, by name. */
  readonly institution?: string
  /** How the files are written; absent for the first way. */
  readonly edition?: number
  readonly program: string
  readonly publicKey: string
  readonly figures: readonly BakedFigure[]
  readonly sources: readonly ReleaseSource[]
  sign(content: Uint8Array): string
}

export const manifestName = 'manifest.json'
export const signatureName = 'manifest.sig'
export const archiveName = 'archive.zip'

/**
 * How files are written by this program: raised where what stands in them, or on their pages, becomes another, so that
 * releases from before are compared by what they have in common.
 */
export const filesEdition = 3

/**
 * All files of a release, by name: pages, tables in every format, provenance, the manifest with
 * their checksums, its signature and the archive of it all. They depend on the figures and the
 * program alone; no clock is read.
 */
export async function bakeRelease(baking: Baking): Promise<Map<string, Buffer>> {
  const { institution } = baking
  const withTotals = baking.edition !== undefined
  // the page says around its tables what must travel with each of them
  const taken = (result: TableResult, language: Language) =>
    baking.edition === undefined ? result : takenOut(baking, result, language)
  const files = new Map<string, Buffer>()
  const world = await worldOutlines()
  const put = (name: string, content: string | Buffer) => files.set(name, Buffer.from(content))
  for (const language of languages) {
    const words = await releasePageWords(language)
    put(
      `${language}/index.html`,
      renderRelease(
        {
          id: baking.id,
          language,
          title: baking.title[language],
          ...(institution === undefined ? {} : { institution }),
          world,
          synthetic: baking.figures.some(({ results }) => results[language].synthetic),
          figures: baking.figures.map(({ id, timeIds, isReleased, results }) => ({
            id,
            timeIds,
            isReleased,
            result: results[language],
          })),
        },
        words,
      ),
    )
    for (const { id, results } of baking.figures) {
      const result = taken(results[language], language)
      put(`${language}/${id}.csv`, byteOrderMark + tableToCsv(result, withTotals))
      put(
        `${language}/${id}.json`,
        `${JSON.stringify(tableToJsonStat(result, withTotals), null, 1)}\n`,
      )
    }
  }
  const tables = languages.flatMap((language) =>
    baking.figures.map(({ id, results }) => ({
      name: `${language}/${id}.xlsx`,
      language,
      results,
    })),
  )
  const workbooks = await writeWorkbooks(
    tables.map(({ language, results }) =>
      tableWorkbook(taken(results[language], language), withTotals),
    ),
  )
  tables.forEach(({ name }, at) => put(name, steadyWorkbook(workbooks[at]!)))
  for (const [name, content] of await sdmxFiles(baking)) put(name, content)
  put('provenance.json', provenanceJson(baking))
  if (baking.edition !== undefined) {
    const { id, title, publicKey } = baking
    const synthetic = baking.figures.some(({ results }) => results.en.synthetic)
    const named = { id, titles: title, synthetic }
    for (const [name, text] of checkingFiles(named, publicKey, files, sha256)) put(name, text)
  }
  const manifest = manifestJson(baking, files)
  put(manifestName, manifest)
  put(signatureName, `${baking.sign(Buffer.from(manifest))}\n`)
  files.set(archiveName, packZip(files))
  return files
}

/** A table that is taken out of a release: cited as part of it, and with a word where all of it is hidden. */
function takenOut(baking: Baking, result: TableResult, language: Language): TableResult {
  const own = releaseCitation({ ...baking, language, title: baking.title[language] }, false)
  const mark = result.synthetic ? 'SYNTHETIC. ' : ''
  return {
    ...result,
    citation: `${mark}${own} ${result.citation.slice(mark.length)}`,
    notes: isHiddenWhole(result)
      ? [...result.notes, releaseWords[language].nothingShown]
      : result.notes,
  }
}

/** What a release was counted from, without a word on what was hidden or why. */
function provenanceJson({ id, title, institution, figures, sources, program }: Baking): string {
  return `${JSON.stringify(
    {
      release: id,
      synthetic: figures.some(({ results }) => results.en.synthetic),
      // in one order, wherever the title came from
      title: Object.fromEntries(languages.map((language) => [language, title[language]])),
      ...(institution === undefined ? {} : { institution }),
      program,
      figures: figures.map(({ id: figure, results: { en } }) => ({
        id: figure,
        cube: en.cube.id,
        measure: en.measure.id,
        table: en.spec,
        snapshot: en.snapshot,
        protection: en.protection,
        hidden: Object.values(en.statuses).filter((status) => status === 'suppressed').length,
        updatedOn: en.updatedOn,
        synthetic: en.synthetic,
        sources: en.sources,
      })),
      cubes: sources.map(({ cube, snapshot, methodVersion, protection, batches }) => ({
        cube,
        snapshot,
        methodVersion,
        protection,
        batches: batches.map(({ id: batch, dataset, rows }) => ({ batch, dataset, records: rows })),
      })),
    },
    null,
    1,
  )}\n`
}

function manifestJson(
  { id, series, vintage, program, publicKey }: Baking,
  files: ReadonlyMap<string, Buffer>,
): string {
  const listed = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) }))
  return `${JSON.stringify(
    { release: id, series, vintage, program, signature: 'Ed25519', publicKey, files: listed },
    null,
    1,
  )}\n`
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
