import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { csvLine } from '@caudal/methods/measure'
import {
  OverlapFinder,
  readData,
  recordFields,
  recordOf,
  type Overlap,
  type ReadHeader,
  type RecordField,
} from '@caudal/methods/exchange'
import { isKnownCode } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { exchangeRefusals } from '../command-refusals.ts'
import { textOf } from '../text-of.ts'
import { fetchMessage, ordinaryLimits, short, type FetchLimits } from './fetch-message.ts'
import { dimensionsIn } from './pull-structures.ts'

export interface PullRequest {
  /** Address of a data query of any SDMX service. */
  readonly url: string
  /** File to write; its profile and what is remembered of it lie beside it. */
  readonly out: string
  /** Only what changed since the last pull, and not the whole. */
  readonly changes?: boolean
  /** What is measured, in the platform's list, where the service calls it otherwise. */
  readonly measure?: string
  /** File with the structure of the data, by which their dimensions are told from attributes. */
  readonly structure?: string
  readonly limits?: Partial<FetchLimits>
  readonly now?: () => number
}

export interface PullOutcome {
  readonly outcome: 'received' | 'unchanged' | 'empty'
  readonly records: number
  /** Figures that the service says it has withdrawn; they make no record. */
  readonly withdrawn: number
  /** Areas that are no single country, with how many records: they overlap with their parts. */
  readonly aggregates: ReadonlyMap<string, number>
  /** Codes of sex, age or time that count what others of them count too. */
  readonly overlaps: readonly Overlap[]
  /** Dimensions that no field takes, which are kept in a column of their own. */
  readonly besides: readonly string[]
  /** Measures that the platform's list does not have: they need a name for the import. */
  readonly measures: readonly string[]
  readonly profile: string
}

interface Remembered {
  readonly url: string
  readonly tag?: string
  readonly pulledAt: string
}

/**
 * Pulls data of another service into a file of records of the type `observation`, with a profile by
 * which `caudal import` takes it in. The file is replaced whole, or left as it was.
 *
 * @throws Refusal of `exchange` and `sdmx-message`
 */
export async function pullMessage(request: PullRequest): Promise<PullOutcome> {
  const { out } = request
  const remembered = await recall(`${out}.pull.json`)
  const before = remembered?.url === request.url ? remembered : undefined
  const address = addressOf(request, before)
  const now = new Date((request.now ?? Date.now)())
  const message = `${out}.part`
  await mkdir(dirname(out), { recursive: true })
  try {
    const known = request.changes === true ? undefined : before?.tag
    const limits = { ...ordinaryLimits, ...request.limits }
    const fetched = await fetchMessage(address, message, known, limits)
    const nothing = {
      records: 0,
      withdrawn: 0,
      aggregates: new Map<string, number>(),
      overlaps: [],
      besides: [],
      measures: [],
    }
    const profile = `${out}.profile.json`
    if (fetched.outcome !== 'received') return { ...nothing, outcome: fetched.outcome, profile }
    const dimensions =
      request.structure === undefined ? undefined : await dimensionsIn(request.structure)
    const written = await writeRecords(message, `${out}.new`, dimensions)
    if (written.records === 0) {
      return { ...nothing, withdrawn: written.withdrawn, outcome: 'empty', profile }
    }
    await writeFile(profile, profileText(request, written.structure, now))
    await rename(`${out}.new`, out)
    const memory: Remembered = {
      url: request.url,
      ...(fetched.tag !== undefined && { tag: fetched.tag }),
      pulledAt: now.toISOString(),
    }
    await writeFile(`${out}.pull.json`, JSON.stringify(memory))
    const { records, withdrawn, aggregates, overlaps, besides } = written
    const measures = request.measure === undefined ? written.measures : []
    return {
      outcome: 'received',
      records,
      withdrawn,
      aggregates,
      overlaps,
      besides,
      measures,
      profile,
    }
  } finally {
    await rm(message, { force: true })
    await rm(`${out}.new`, { force: true })
  }
}

async function writeRecords(
  message: string,
  file: string,
  dimensions: ReadonlySet<string> | undefined,
) {
  const source = await textOf(message)
  const aggregates = new Map<string, number>()
  const besides = new Set<string>()
  const measures = new Set<string>()
  const overlaps = new OverlapFinder()
  const known = getCodeList('measures')
  let header: ReadHeader | undefined
  let records = 0
  let withdrawn = 0
  const lines = async function* () {
    yield csvLine([...recordFields, 'other_dimensions'])
    const read = await readData(source, dimensions, (found) => {
      header ??= found
    })
    for await (const observations of read) {
      let text = ''
      for (const each of observations) {
        if (each.action === 'Delete' || each.action === 'D') {
          withdrawn += 1
          continue
        }
        const record = recordOf(each)
        records += 1
        overlaps.add(record.fields)
        const { measure = '' } = record.fields
        if (!isKnownCode(known, measure)) measures.add(measure)
        for (const area of record.aggregates) aggregates.set(area, (aggregates.get(area) ?? 0) + 1)
        const others = Object.entries(record.besides).map(([id, code]) => {
          besides.add(id)
          return `${id}=${code}`
        })
        text += csvLine([
          ...recordFields.map((field: RecordField) => record.fields[field] ?? ''),
          others.join(' '),
        ])
      }
      if (text !== '') yield text
    }
  }
  await pipeline(lines(), createWriteStream(file, { mode: 0o600 }))
  return {
    records,
    withdrawn,
    aggregates,
    overlaps: overlaps.find(),
    besides: [...besides],
    measures: [...measures],
    structure: header?.structure,
  }
}

/** The address, checked, with the instant after which changes are wanted. */
function addressOf({ url, changes }: PullRequest, before: Remembered | undefined): string {
  let address: URL
  try {
    address = new URL(url)
  } catch {
    throw exchangeRefusals.refuse('address-invalid', { url: url.slice(0, 200) })
  }
  if (!/^https?:$/.test(address.protocol) || !/\/data\//.test(address.pathname)) {
    throw exchangeRefusals.refuse('address-invalid', { url: short(url) })
  }
  if (changes !== true) return url
  if (!before) throw exchangeRefusals.refuse('never-pulled', { url: short(url) })
  return `${url}${url.includes('?') ? '&' : '?'}updatedAfter=${encodeURIComponent(before.pulledAt)}`
}

async function recall(file: string): Promise<Remembered | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Remembered
  } catch {
    return undefined
  }
}

/** A profile by which the file is imported: every column is a field of its own name. */
function profileText(
  { url, measure }: PullRequest,
  structure: string | undefined,
  now: Date,
): string {
  const { host } = new URL(url)
  const name = structure ?? host
  const id = `sdmx-${name
    .toLowerCase()
    .replace(/^urn:.*=/, '')
    .replace(/[^a-z0-9]+/g, '-')}`
    .replace(/-+$/, '')
    .slice(0, 60)
  const title = (words: string) => `${words} ${name}`
  const fields = Object.fromEntries(
    recordFields.map((field) => [
      field,
      field === 'measure' && measure !== undefined
        ? { constant: measure }
        : field === 'value'
          ? { column: field, missing: [''] }
          : { column: field },
    ]),
  )
  return `${JSON.stringify(
    {
      id,
      version: 1,
      recordType: 'observation',
      title: { es: title('SDMX:'), en: title('SDMX:'), fr: title('SDMX :') },
      dataset: id,
      source: {
        owner: host,
        title: name,
        licence: 'see the owner',
        url: short(url),
        citation: `${host}, ${name}, ${now.toISOString().slice(0, 10)}.`,
      },
      layout: { format: 'csv', encoding: 'utf-8', delimiter: ',' },
      fields,
    },
    null,
    2,
  )}\n`
}
