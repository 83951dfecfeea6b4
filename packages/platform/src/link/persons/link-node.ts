import { listBatches, withdrawBatch, type Batch, type CaudalNode } from '../../store/index.ts'
import { linkRefusals } from '../refusals.ts'
import { linkCountry, type CountryOutcome, type RunStep } from './link-country.ts'
import { linkedTypes, type LinkedBatches } from './linked-fields.ts'
import { listLinkRuns } from './link-runs.ts'
import { factsOf } from './read-identities.ts'

export interface LinkNodeOptions {
  /** Codes of the countries whose records are linked; all that the node holds records of if absent. */
  readonly countries?: readonly string[]
  readonly full?: boolean
  /** `done` from 0 to 1 over all countries. */
  readonly onProgress?: (done: number, country: string, step: RunStep) => void
}

/** Share of a run's time that lies before each step, in the rough. */
const begins: Readonly<Record<RunStep, number>> = {
  read: 0,
  prepare: 0.2,
  block: 0.35,
  compare: 0.4,
  estimate: 0.65,
  group: 0.7,
  journeys: 0.8,
}
const steps = Object.keys(begins) as RunStep[]

/**
 * Links the records of the node to persons, country by country: what one country kept is never linked
 * with what another did. Each country's run counts as soon as it is done.
 *
 * @throws Refusal `link.country-without-records`
 */
export async function linkNode(
  node: CaudalNode,
  options: LinkNodeOptions = {},
): Promise<CountryOutcome[]> {
  const held = await batchesByCountry(node)
  const countries = options.countries?.map((country) => country.toUpperCase()) ?? [...held.keys()]
  for (const country of countries) {
    if (held.has(country)) continue
    throw linkRefusals.refuse('country-without-records', {
      country,
      countries: [...held.keys()].join(', ') || '–',
    })
  }
  const outcomes: CountryOutcome[] = []
  for (const [at, country] of countries.entries()) {
    const progress = (step: RunStep, done: number) => {
      const next = steps[steps.indexOf(step) + 1]
      const to = next === undefined ? 1 : begins[next]
      const share = begins[step] + Math.min(1, done) * (to - begins[step])
      options.onProgress?.((at + share) / countries.length, country, step)
    }
    const run = { full: options.full ?? false, progress }
    outcomes.push(await linkCountry(node, country, held.get(country)!, run))
  }
  return outcomes
}

/** Links again what was linked before, where records have changed since: countries without a run stay so. */
export async function linkAgain(node: CaudalNode): Promise<CountryOutcome[]> {
  const [runs, held] = await Promise.all([listLinkRuns(node.register), batchesByCountry(node)])
  // where no record is left, no journey may be
  for (const run of runs)
    if (!held.has(run.country))
      await withdrawBatch(node, run.id, 'no record of the country is left')
  const countries = runs.map(({ country }) => country).filter((country) => held.has(country))
  return await linkNode(node, { countries: countries.sort() })
}

// What a batch holds records of does not change: erasures take records away, and bring none.
const countriesOf = new WeakMap<CaudalNode, Map<number, Promise<readonly string[]>>>()

/** The batches that hold records of persons, by the country that kept the records. */
export async function batchesByCountry(
  node: CaudalNode,
): Promise<ReadonlyMap<string, readonly LinkedBatches[]>> {
  const known = countriesOf.get(node) ?? new Map<number, Promise<readonly string[]>>()
  countriesOf.set(node, known)
  const held = new Map<string, LinkedBatches[]>()
  for (const recordType of linkedTypes) {
    const batches = await listBatches(node, { recordType })
    for (const batch of batches.filter(({ rowsAccepted }) => rowsAccepted > 0)) {
      const countries = known.get(batch.id) ?? readCountries(node, batch)
      known.set(batch.id, countries)
      countries.catch(() => known.delete(batch.id))
      for (const country of await countries) {
        const inputs = held.get(country) ?? []
        const own = inputs.find((input) => input.recordType === recordType)
        if (own === undefined) inputs.push({ recordType, batches: [batch] })
        else Object.assign(own, { batches: [...own.batches, batch] })
        held.set(country, inputs)
      }
    }
  }
  return new Map([...held].sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function readCountries(node: CaudalNode, batch: Batch): Promise<readonly string[]> {
  const rows = await node.lake.rows<{ country: string }>(
    `select distinct country::varchar as country from ${factsOf(node, batch)} order by 1`,
  )
  return rows.map(({ country }) => country)
}
