import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readStructures, type ReadStructures } from '@caudal/methods/exchange'
import { exchangeRefusals } from '../command-refusals.ts'
import { textOf } from '../text-of.ts'
import { fetchMessage, ordinaryLimits, short, type FetchLimits } from './fetch-message.ts'

export interface StructuresRequest {
  /** Address of a query for structures, or for what data there are, of any SDMX service. */
  readonly url: string
  /** File that the message is kept in. */
  readonly out: string
  readonly limits?: Partial<FetchLimits>
}

export type StructuresOutcome =
  | { readonly outcome: 'received'; readonly structures: ReadStructures }
  | { readonly outcome: 'unchanged' | 'empty' }

/** Formats of structures that are read. */
const accept = [
  'application/vnd.sdmx.structure+xml;version=2.1',
  'application/vnd.sdmx.structure+json;version=2.0.0;q=0.9',
  'application/vnd.sdmx.structure+json;version=1.0;q=0.8',
  '*/*;q=0.1',
].join(', ')

/** Whether an address is of a query for data, and not for what they are described with. */
export function isDataAddress(url: string): boolean {
  return /\/data(?:\/|$)/.test(url.split('?')[0]!)
}

/**
 * Pulls structures, or what data there are, of another service into a file: what its data are read and
 * checked with. The file is replaced whole, after the message was understood, or left as it was.
 *
 * @throws Refusal of `exchange` and `sdmx-message`
 */
export async function pullStructures({
  url,
  out,
  limits,
}: StructuresRequest): Promise<StructuresOutcome> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw exchangeRefusals.refuse('address-invalid', { url: short(url) })
  }
  const part = `${out}.part`
  const memory = `${out}.pull.json`
  await mkdir(dirname(out), { recursive: true })
  try {
    const known = await recall(memory, url)
    const fetched = await fetchMessage(url, part, known, { ...ordinaryLimits, ...limits }, accept)
    if (fetched.outcome !== 'received') return { outcome: fetched.outcome }
    const structures = await readStructures(await textOf(part))
    if (isNothing(structures)) return { outcome: 'empty' }
    await rename(part, out)
    await writeFile(memory, JSON.stringify({ url, tag: fetched.tag }))
    return { outcome: 'received', structures }
  } finally {
    await rm(part, { force: true })
  }
}

function isNothing({ codelists, dataStructures, dataflows, constraints }: ReadStructures): boolean {
  return [codelists, dataStructures, dataflows, constraints].every(({ length }) => length === 0)
}

/** Tag of the message that is held of this address. */
async function recall(memory: string, url: string): Promise<string | undefined> {
  try {
    const held = JSON.parse(await readFile(memory, 'utf8')) as { url?: string; tag?: string }
    return held.url === url ? held.tag : undefined
  } catch {
    return undefined
  }
}

/** Ids of the dimensions of the data structure that a file of structures holds, the time left out. */
export async function dimensionsIn(file: string): Promise<ReadonlySet<string>> {
  const { dataStructures } = await readStructures(await textOf(file))
  const [structure] = dataStructures
  if (!structure || dataStructures.length > 1) {
    throw exchangeRefusals.refuse('structure-unknown', { structure: file })
  }
  return new Set(structure.dimensions.map(({ id }) => id))
}
