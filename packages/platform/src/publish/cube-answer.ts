import {
  levelCodes,
  listLevels,
  levelReference,
  linkedPersonsOf,
  type CodeLists,
  type Cube,
  type LinkedRecords,
  type RecordedBreak,
} from '@caudal/methods/measure'
import {
  codeLabel,
  cubeNotes,
  protectionShown,
  ratesOfMeasure,
  referenceLabel,
  say,
  type CubeAnswer,
  type ShownBreak,
  type TableProvenance,
} from '@caudal/methods/publish'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { measureRefusals } from '../measure/refusals.ts'
import { qualityOf } from '../measure/record-quality.ts'
import type { CubeState, OpenCube } from '../measure/service.ts'

/** What every table of an open cube says of its origin, in one language. */
export function provenanceOf(
  { cube, lists, manifest, build, state, breaks }: OpenCube,
  language: Language,
): TableProvenance {
  return {
    snapshot: build.snapshot,
    updatedOn: manifest.updatedOn,
    synthetic: manifest.synthetic,
    observed: manifest.observed,
    stale: state === 'stale',
    sources: manifest.sources.map((source) => ({
      ...source,
      title: inLanguage(source.title, language),
      citation: inLanguage(source.citation, language),
    })),
    records: manifest.records,
    repeats: manifest.repeats,
    rejected: manifest.rejected,
    leftOut: manifest.leftOut,
    setAside: manifest.setAside,
    breaks: breaksShown(breaks, language),
    ...linkageShown(cube, lists, manifest.keyed?.countries ?? [], language),
    quality: qualityOf(manifest),
  }
}

/** Recorded breaks in one language. */
export function breaksShown(breaks: readonly RecordedBreak[], language: Language): ShownBreak[] {
  return breaks.map(({ country, from, reason, source }) => ({
    country,
    from,
    reason: reason[language],
    source,
  }))
}

/** How far linkage has found the persons of a cube that counts them, in one language. */
export function linkageShown(
  cube: Cube,
  lists: CodeLists,
  countries: readonly LinkedRecords[],
  language: Language,
): Pick<TableProvenance, 'persons'> {
  const dimension = cube.dimensions.find(({ field }) => field === 'country')
  if (!linkedPersonsOf(cube) || !dimension) return {}
  const label = (country: string) =>
    codeLabel(levelReference(dimension, 0), country, language, lists)
  return { persons: countries.map((each) => ({ ...each, label: label(each.country) })) }
}

/** A cube that is built, with what is said of its origin to one reader. */
export interface ShownCube {
  readonly open: OpenCube
  readonly provenance: TableProvenance
  /** Periods in which something is undecided. */
  readonly unfinished?: readonly string[]
}

/**
 * What whoever may not see exact figures is told of the origin of figures of persons: all records as
 * the table of the whole cube says it, and how many were flagged, rejected or left out to the hundred.
 */
export function publicProvenance(
  { protection }: Cube,
  provenance: TableProvenance,
  total: number,
): TableProvenance {
  const { repeats, rejected, leftOut, setAside } = provenance
  return {
    ...provenance,
    shielded: protection === 'release' ? 'release' : 'perturbed',
    records: total,
    repeats: toHundreds(repeats),
    rejected: toHundreds(rejected),
    leftOut: leftOut.map(toHundreds),
    setAside: { ...setAside, records: toHundreds(setAside.records) },
  }
}

/** @example toHundreds(1249) // => 1200 */
export const toHundreds = (count: number) => Math.round(count / 100) * 100

/** A cube in one language: as it stands, or why it shows nothing and what to do about it. */
export function cubeAnswer(
  { cube, state }: CubeState,
  shown: ShownCube | undefined,
  language: Language,
): CubeAnswer {
  const { open, provenance } = shown ?? {}
  const cells = open?.manifest.cells ?? 0
  return {
    id: cube.id,
    title: cube.title[language],
    description: cube.description[language],
    universe: cube.universe[language],
    state,
    stateReason: stateReason(cube.id, state, cube.datasets?.[0], language),
    protection: protectionShown(cube, provenance),
    synthetic: provenance?.synthetic ?? false,
    measures: cube.measures.map((measure) => ({
      id: measure.id,
      label: measure.label[language],
      unit: measure.unit[language],
      decimals: measure.decimals ?? 0,
      notAdditiveOver: [...(measure.notAdditiveOver ?? [])],
      rates: ratesOfMeasure(cube, measure).map((rate) => ({
        id: `rate-${rate.by}` as const,
        label: rate.label[language],
        unit: rate.unit[language],
      })),
    })),
    dimensions: cube.dimensions.map((dimension) => ({
      id: dimension.id,
      label: dimension.label[language],
      kind: dimension.kind,
      levels: listLevels(dimension).map((_, depth) => {
        const reference = levelReference(dimension, depth)
        return {
          id: reference.id,
          label: referenceLabel(reference, language),
          codes: open ? levelCodes(open.manifest.domain, dimension.id, depth).length : 0,
        }
      }),
    })),
    opening: { rows: [...cube.opening.rows], columns: [...cube.opening.columns] },
    notes: provenance
      ? cubeNotes(cube, provenance, language)
      : cube.notes.map((note) => note[language]),
    sources: [...(provenance?.sources ?? [])],
    snapshot: provenance?.snapshot ?? null,
    updatedOn: provenance?.updatedOn ?? null,
    cells: provenance?.shielded ? toHundreds(cells) : cells,
    records: provenance?.records ?? 0,
    unfinished: [...(shown?.unfinished ?? [])],
  }
}

/** A text in a language; what has but one wording stays as it is. */
export const inLanguage = (text: string | Text, language: Language): string =>
  typeof text === 'string' ? text : text[language]

function stateReason(
  cube: string,
  state: CubeState['state'],
  profile: string | undefined,
  language: Language,
): CubeAnswer['stateReason'] {
  if (state === 'built') return null
  if (state === 'stale') {
    return { what: say('note-stale', language), advice: say('stale-advice', language) }
  }
  const refusal =
    state === 'empty'
      ? measureRefusals.refuse('cube-empty', { cube, profile: profile ?? '…' })
      : measureRefusals.refuse('cube-not-built', { cube })
  return { what: refusal.what(language), advice: refusal.advice(language) }
}
