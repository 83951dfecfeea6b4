import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRecordType, quoteName, quoteText, sqlTypeOf } from '@caudal/methods/collect'
import { breakdowns, type Breakdown } from '@caudal/methods/measure'
import { indicators, type Indicator, type IndicatorRow } from '@caudal/methods/measure/indicators'
import {
  acceptBatch,
  beginBatch,
  listBatches,
  listDatasets,
  snapshotId,
  type Batch,
  type CaudalNode,
} from '../../store/index.ts'
import {
  breakdownCodes,
  inputTypes,
  readInputFigures,
  type InputFigures,
} from './indicator-inputs.ts'

/** Changes whenever indicators must be computed anew. */
const methodVersion = 2

/** Years shown at most, the latest. */
const mostYears = 12

const dataset = 'caudal-indicators'
const titled = {
  es: 'Indicadores calculados por este nodo',
  en: 'Indicators computed by this node',
  fr: 'Indicateurs calculés par ce nœud',
}

/** Words of the catalogue that stand for a breakdown. */
const breakdownWords: Readonly<Record<Exclude<Breakdown, ''>, string>> = {
  sex: 'sex',
  age: 'age',
  citizenship_status: 'citizenship',
  birth_status: 'country of birth',
}

/** Inputs of indicators that the node may hold, by their column in the catalogue. */
const held: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'crude-net-migration-rate': {
    immigrants: 'immigrants',
    emigrants: 'emigrants',
    population: 'population',
  },
  'migrant-share': { migrants: 'migrants', population: 'population' },
  'sdg-10-7-3': { dead: 'dead_and_missing' },
  'sdg-10-7-4': { refugees: 'refugees', population_of_origin: 'population' },
  'sdg-17-3-2': { remittances_received: 'remittances_share' },
}

/** Inputs that are counts of crossings. */
const counted: ReadonlySet<string> = new Set(['immigrants', 'emigrants'])

/** What is known by the way an input is read: of incidents the dead and missing are one figure, a share is of a hundred. */
const implied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sdg-10-7-3': { missing: '0' },
  'sdg-17-3-2': { gdp: '100' },
}

/** A row of the record type `indicator`. */
type IndicatorFact = Readonly<Record<string, string | number | null>>

/** Whether what indicators rest on has changed since they were computed. */
export function areIndicatorsBehind(batches: readonly Batch[]): boolean {
  const inputs = inputsOf(batches)
  const found = batches.find(({ recordType }) => recordType === 'indicator')
  return inputs.length > 0 && found?.fileSha256 !== fingerprintOf(inputs)
}

/** Computes every indicator anew where what they rest on has changed. */
export async function deriveIndicators(node: CaudalNode): Promise<void> {
  const batches = await listBatches(node)
  if (!areIndicatorsBehind(batches)) return
  const facts = indicatorFacts(await readInputFigures(node))
  const inputs = inputsOf(batches)
  const earlier = batches.filter(({ recordType }) => recordType === 'indicator')
  const known = new Map((await listDatasets(node)).map((each) => [each.id, each]))
  const of = [...new Set(inputs.map((each) => each.dataset))].map((id) => known.get(id)!)
  // figures of persons who are not drawn are for those who may read them, whatever else they rest on
  const observesPersons = inputs.some(
    (each) =>
      (each.recordType === 'outcome' || each.dataset === 'incidents') &&
      !known.get(each.dataset)!.synthetic,
  )
  const inWords = (key: string) =>
    [
      ...new Set(of.map(({ source }) => source[key]).filter((text) => typeof text === 'string')),
    ].join('; ')
  const batch = await beginBatch(node, 'indicator')
  try {
    await writeFacts(node, batch.id, facts, batch.pathOf('facts', '0.parquet'))
    const content = { recordType: 'indicator', version: methodVersion }
    await acceptBatch(node, batch, {
      dataset: {
        id: dataset,
        title: titled,
        source: {
          owner: inWords('owner'),
          title: titled,
          licence: inWords('licence'),
          citation: inWords('citation') || titled.en,
        },
        synthetic: !observesPersons && of.some(({ synthetic }) => synthetic),
      },
      profile: {
        id: dataset,
        version: methodVersion,
        content,
        sha256: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
      },
      file: { name: dataset, sha256: fingerprintOf(inputs), bytes: 0 },
      rows: { read: facts.length, accepted: facts.length, rejected: 0, flaggedDuplicate: 0 },
      quality: {},
      files: [{ kind: 'facts', name: '0.parquet', rows: facts.length }],
      ...(earlier.length > 0 && { supersedes: earlier.map(({ id }) => id) }),
    })
  } catch (error) {
    batch.discard()
    throw error
  }
}

const inputsOf = (batches: readonly Batch[]) =>
  batches.filter(({ recordType }) => (inputTypes as readonly string[]).includes(recordType))

function fingerprintOf(inputs: readonly Batch[]): string {
  const catalogue = indicators.map(({ id, formula }) => [id, formula])
  return createHash('sha256')
    .update(JSON.stringify([methodVersion, catalogue, snapshotId(inputs)]))
    .digest('hex')
}

/** Every indicator for every country, year and breakdown that it is to be had by. */
function indicatorFacts(figures: InputFigures): IndicatorFact[] {
  const years = [...figures.years].sort((a, b) => a - b).slice(-mostYears)
  const facts: IndicatorFact[] = []
  for (const indicator of indicators) {
    const wanted = breakdowns.filter(
      (by) => by === '' || indicator.disaggregations.includes(breakdownWords[by]),
    )
    for (const country of figures.countries) {
      for (const year of years) {
        for (const by of wanted) {
          for (const code of breakdownCodes[by]) {
            facts.push(factOf(indicator, figures, { country, year, by, code }))
          }
        }
      }
    }
  }
  return facts
}

interface IndicatorCell {
  readonly country: string
  readonly year: number
  readonly by: Breakdown
  readonly code: string
}

function factOf(
  indicator: Indicator,
  figures: InputFigures,
  { country, year, by, code }: IndicatorCell,
): IndicatorFact {
  const needed = indicator.inputs.filter(({ isOptional }) => isOptional !== true)
  const of = held[indicator.id] ?? {}
  const known: Record<string, string | null> = {}
  for (const [column, input] of Object.entries(of)) {
    // of a year whose crossings are observed, a group without any counted none
    const isObserved = counted.has(input) && figures.of(input, country, year, '', '_T') !== null
    known[column] = figures.of(input, country, year, by, code) ?? (isObserved ? '0' : null)
  }
  const hasAny = Object.values(known).some((value) => value !== null)
  const row: IndicatorRow = hasAny ? { ...known, ...implied[indicator.id] } : {}
  const lacking = needed
    .map(({ column }) => column)
    .filter((column) => (row[column] ?? null) === null)
  const [found] = lacking.length > 0 ? [] : indicator.measure([row])
  // what is undecided is not zero: a rate of months that may still change is not told
  const undecided = Number(figures.of('undecided', country, year, by, code) ?? 0)
  const isProvisional = 'immigrants' in of && undecided > 0
  const value = isProvisional ? null : (found?.value ?? null)
  return {
    country,
    indicator: indicator.id,
    period: String(year),
    sex: '_T',
    age: '_T',
    citizenship_status: '_T',
    birth_status: '_T',
    ...(by !== '' && { [by]: code }),
    status:
      value === null ? (hasAny ? 'partial' : 'missing') : isProvisional ? 'partial' : 'available',
    value,
    lacking: isProvisional ? 'undecided' : lacking.join(' '),
  }
}

async function writeFacts(
  node: CaudalNode,
  batch: number,
  facts: readonly IndicatorFact[],
  target: string,
): Promise<void> {
  const scratch = join(node.folder.workspace, `indicators-${randomUUID()}.json`)
  const fields = getRecordType('indicator').fields
  const types = fields.map(({ id, type }) => `${quoteText(id)}: ${quoteText(sqlTypeOf(type))}`)
  try {
    await writeFile(scratch, facts.map((fact) => JSON.stringify(fact)).join('\n'))
    await node.lake.run(
      `copy (select ${BigInt(batch) * 2n ** 36n} + row_number() over () as record_id, ${quoteText(dataset)} as dataset,
        ${fields.map(({ id }) => quoteName(id)).join(', ')}
        from read_json(${quoteText(scratch)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
       to ${quoteText(target)} (format parquet, compression zstd)`,
    )
  } finally {
    await rm(scratch, { force: true })
  }
}
