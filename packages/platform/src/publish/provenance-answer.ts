import { z } from 'zod'
import {
  cubeNotes,
  formatNumber,
  protectionShown,
  type ProvenanceAnswer,
} from '@caudal/methods/publish'
import { findCode, labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { qualityOf } from '../measure/record-quality.ts'
import type { Batch, Dataset } from '../store/index.ts'
import { toHundreds, type ShownCube } from './cube-answer.ts'

/** Batches that are named one by one; of more the newest. */
const mostBatches = 200

/** What a batch says of its quality that matters to a reader; written by earlier programs too. */
const qualitySchema = z.object({
  completeness: z.record(z.string(), z.number()).catch({}),
  unmappedCodes: z.number().catch(0),
  repeatsNotCounted: z.number().optional().catch(undefined),
  repeatsNotSought: z.array(z.int()).catch([]),
  withoutFinding: z.number().optional().catch(undefined),
  daysFromEvent: z.object({ half: z.int(), most: z.int() }).nullable().catch(null),
})

/**
 * Where the figures of a cube come from: its definition, the batches that it was built from with what
 * became of their rows, and how complete they are in each of its variables.
 *
 * Counts of rows are told to the hundred to whoever may not see exact figures of persons.
 *
 * @param batches those that the build names
 * @param collected of batches that the node made itself, those that institutions sent and that they are of
 */
export function provenanceAnswer(
  { open, provenance }: ShownCube,
  batches: readonly Batch[],
  datasets: readonly Dataset[],
  language: Language,
  collected: ReadonlyMap<number, readonly Batch[]> = new Map(),
): ProvenanceAnswer {
  const { cube, build, manifest } = open
  const quality = qualityOf(manifest)
  const { known: _, countries, breaks, ...shares } = quality
  const own = new Set(build.batches)
  const named = batches
    .filter(({ id }) => own.has(id))
    .flatMap((batch) => collected.get(batch.id) ?? [batch])
  const used = [...new Map(named.map((batch) => [batch.id, batch])).values()].toSorted(
    (a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id - a.id,
  )
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]))
  const told = (count: number) => (provenance.shielded ? toHundreds(count) : count)
  const sum = (of: (batch: Batch) => number) =>
    told(used.reduce((total, each) => total + of(each), 0))
  return {
    cube: {
      id: cube.id,
      title: cube.title[language],
      description: cube.description[language],
      universe: cube.universe[language],
      methodVersion: cube.methodVersion,
    },
    language,
    snapshot: build.snapshot,
    builtOn: build.builtAt.slice(0, 10),
    updatedOn: manifest.updatedOn,
    protection: protectionShown(cube, provenance),
    synthetic: manifest.synthetic,
    notes: cubeNotes(cube, provenance, language),
    rows: {
      read: sum(({ rowsRead }) => rowsRead),
      accepted: sum(({ rowsAccepted }) => rowsAccepted),
      rejected: sum(({ rowsRejected }) => rowsRejected),
      repeats: sum(({ rowsFlaggedDuplicate }) => rowsFlaggedDuplicate),
      unmappedCodes: sum(({ quality }) => qualityOfBatch(quality).unmappedCodes),
      ...soundness(used, told, provenance.shielded !== undefined),
    },
    timeliness: timelinessOf(used),
    repeatsNotSought: [
      ...new Set(used.flatMap(({ quality }) => qualityOfBatch(quality).repeatsNotSought)),
    ].toSorted((a, b) => a - b),
    records: provenance.records,
    completeness: cube.dimensions.flatMap(({ id, label, field }) => {
      const share = quality.known[id] ?? completenessOf(used, field)
      return share === undefined
        ? []
        : [
            {
              dimension: id,
              label: label[language],
              share: provenance.shielded ? Math.round(share * 100) / 100 : share,
            },
          ]
    }),
    quality: {
      ...shares,
      countries: countries.map((each) => ({
        ...each,
        country: { code: each.country, label: countryLabel(each.country, language) },
      })),
      breaks: [
        ...breaks,
        ...open.breaks.map(({ country, from, reason, source }) => ({
          country,
          from,
          reason: 'recorded' as const,
          text: reason[language],
          source,
        })),
      ]
        .toSorted((a, b) => (`${a.country} ${a.from}` < `${b.country} ${b.from}` ? -1 : 1))
        .map(({ country, ...each }) => ({
          ...each,
          country: { code: country, label: countryLabel(country, language) },
        })),
    },
    batches: used.slice(0, mostBatches).map((batch) => {
      const dataset = byId.get(batch.dataset)
      const country = dataset?.country ?? undefined
      return {
        id: batch.id,
        title: dataset?.title[language] ?? batch.dataset,
        ...(country && { country: { code: country, label: countryLabel(country, language) } }),
        receivedOn: batch.receivedAt.slice(0, 10),
        profile: `${batch.profileId} ${formatNumber(batch.profileVersion, language)}`,
        sha256: batch.fileSha256,
        read: told(batch.rowsRead),
        accepted: told(batch.rowsAccepted),
        rejected: told(batch.rowsRejected),
        repeats: told(batch.rowsFlaggedDuplicate),
        synthetic: dataset?.synthetic ?? false,
      }
    }),
    moreBatches: Math.max(0, used.length - mostBatches),
  }
}

/** Share of the accepted records that have a field; undefined where no batch says so. */
function completenessOf(batches: readonly Batch[], field: string): number | undefined {
  let [having, accepted] = [0, 0]
  for (const { quality, rowsAccepted } of batches) {
    const share = qualityOfBatch(quality).completeness[field]
    if (share === undefined) continue
    having += share * rowsAccepted
    accepted += rowsAccepted
  }
  return accepted === 0 ? undefined : Math.min(1, having / accepted)
}

/** Repeats that no figure counts, and the share of rows in which nothing was found; null where not told. */
function soundness(
  batches: readonly Batch[],
  told: (count: number) => number,
  isRounded: boolean,
): Pick<ProvenanceAnswer['rows'], 'notCounted' | 'withoutFinding'> {
  const known = batches.map(({ quality, rowsRead }) => ({ rowsRead, ...qualityOfBatch(quality) }))
  const total = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  const notCounted = known.flatMap(({ repeatsNotCounted: count }) => count ?? [])
  const checked = known.filter(({ withoutFinding }) => withoutFinding !== undefined)
  const read = total(checked.map(({ rowsRead }) => rowsRead))
  const share = total(checked.map(({ withoutFinding }) => withoutFinding!)) / read
  return {
    notCounted: notCounted.length === 0 ? null : told(total(notCounted)),
    withoutFinding: read === 0 ? null : isRounded ? Math.round(share * 100) / 100 : share,
  }
}

/** How long records waited for their receipt, over the batches that tell. */
function timelinessOf(batches: readonly Batch[]): ProvenanceAnswer['timeliness'] {
  const days = batches.flatMap(({ quality }) => qualityOfBatch(quality).daysFromEvent ?? [])
  if (days.length === 0) return null
  const halves = days.map(({ half }) => half)
  return {
    half: { least: Math.min(...halves), most: Math.max(...halves) },
    most: Math.max(...days.map(({ most }) => most)),
  }
}

const unknownQuality: z.output<typeof qualitySchema> = {
  completeness: {},
  unmappedCodes: 0,
  repeatsNotSought: [],
  daysFromEvent: null,
}

function qualityOfBatch(quality: unknown): z.output<typeof qualitySchema> {
  return qualitySchema.safeParse(quality).data ?? unknownQuality
}

function countryLabel(code: string, language: Language): string {
  const countries = getCodeList('countries')
  return findCode(countries, code) ? labelOf(countries, code, language) : code
}
