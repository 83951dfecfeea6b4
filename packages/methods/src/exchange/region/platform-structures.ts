import { findCube, monthSpan } from '../../measure/index.ts'
import type { CodeListBook } from '../../vocabulary/code-lists/index.ts'
import { semanticVersion } from '../information-model/semantic-version.ts'
import type {
  Categorisation,
  CubeRegionKey,
  DataConstraint,
  Dataflow,
  ProvisionAgreement,
  Structure,
  Words,
} from '../information-model/structures.ts'
import { agencyId, ownReference, providersScheme, topicsScheme } from './agency.ts'
import { codelistIds, codelistOf } from './code-lists.ts'
import { conceptScheme } from './concepts.ts'
import { cubeFigures, topics } from './cube-figures.ts'
import { dataStructures, listIdOf } from './data-structures.ts'
import type { FigureFacts, ProviderFacts } from './figure-facts.ts'
import type { CubeFigures } from './figures-of-cube.ts'
import { owedAnnotation, type OwedTable } from './owed-table.ts'
import { metadataStructures } from './reference-metadata.ts'
import { ownCodeStructures, type CountryCode } from './own-code-lists.ts'
import { purposes } from './purposes.ts'
import { representationMaps, structureMaps } from './structure-maps.ts'
import { syntheticAnnotation, syntheticName } from './synthetic-mark.ts'

/**
 * Every structure that a node serves, derived from the cubes, the code lists and what is known of
 * their figures: nothing here is written twice.
 *
 * @param codes what the users of the node added to the code lists
 */
export function platformStructures(
  facts: readonly FigureFacts[],
  owed: readonly OwedTable[] = [],
  codes: NodeCodes = {},
): Structure[] {
  return structuresOf(facts, owed, codes).map((each) =>
    each.description ? each : { ...each, description: purposes[each.kind] },
  )
}

/** The code lists of a node, and the codes that its users added to them. */
export interface NodeCodes {
  readonly book?: CodeListBook
  readonly own?: readonly CountryCode[]
}

function structuresOf(
  facts: readonly FigureFacts[],
  owed: readonly OwedTable[],
  { book, own = [] }: NodeCodes,
): Structure[] {
  const factsOf = (cube: string) => facts.find((each) => each.cube === cube)
  const providers = distinctProviders([
    ...facts.flatMap((each) => each.providers),
    ...owed.map(({ provider }) => provider),
  ])
  return [
    agencyScheme(),
    {
      ...providersScheme,
      name: { es: 'Proveedores de datos', en: 'Data providers', fr: 'Fournisseurs de données' },
      providers,
    },
    ...cubeFigures.map((figures) => dataflowOf(figures, factsOf(figures.cube))),
    {
      ...topicsScheme,
      name: { es: 'Temas', en: 'Topics', fr: 'Thèmes' },
      isFinal: true,
      categories: [
        {
          id: 'MIGRATION',
          name: { es: 'Migración', en: 'Migration', fr: 'Migration' },
          categories: topics,
        },
      ],
    },
    ...cubeFigures.map(categorisationOf),
    ...codelistIds.map((id) => codelistOf(id, occurringCodes(id, facts), book)),
    ...(book === undefined ? [] : ownCodeStructures(own, book)),
    conceptScheme(),
    ...dataStructures(),
    ...metadataStructures(),
    ...structureMaps(),
    ...representationMaps(),
    ...cubeFigures.flatMap((figures) => constraintsOf(figures, factsOf(figures.cube))),
    ...cubeFigures.flatMap((figures) => agreementsOf(figures, factsOf(figures.cube), owed)),
  ]
}

/** The dataflow of a cube, as others refer to it. */
export function dataflowReference(figures: CubeFigures) {
  return ownReference('dataflow', figures.dataflow, versionOf(figures))
}

function agencyScheme(): Structure {
  return {
    kind: 'agencyscheme',
    agency: 'SDMX',
    id: 'AGENCIES',
    version: '1.0',
    name: { es: 'Agencias', en: 'Agencies', fr: 'Agences' },
    isPartial: true,
    agencies: [
      { id: 'SDMX', name: { es: 'SDMX', en: 'SDMX', fr: 'SDMX' } },
      {
        id: agencyId,
        name: {
          es: 'Caudal, plataforma de datos sobre migración',
          en: 'Caudal, platform for migration data',
          fr: 'Caudal, plateforme de données sur la migration',
        },
      },
    ],
  }
}

function dataflowOf(figures: CubeFigures, facts: FigureFacts | undefined): Dataflow {
  const cube = findCube(figures.cube)!
  const synthetic = facts?.synthetic ?? false
  return {
    ...dataflowReference(figures),
    name: synthetic ? syntheticName(cube.title) : cube.title,
    description: cube.description,
    ...(synthetic && { annotations: [syntheticAnnotation] }),
    isFinal: true,
    structure: ownReference('datastructure', figures.structure),
  }
}

function categorisationOf(figures: CubeFigures): Categorisation {
  const topic = topics.find(({ id }) => id === figures.topic)!
  const cube = findCube(figures.cube)!
  return {
    ...ownReference('categorisation', `CAT_${figures.dataflow}`),
    name: joined(topic.name, cube.title),
    isFinal: true,
    source: dataflowReference(figures),
    target: { ...topicsScheme, item: `MIGRATION.${figures.topic}` },
  }
}

/** A release may tell of days and half-years, whatever is made of cells otherwise. */
function frequenciesOf({ cube, timeLevels }: CubeFigures): string[] {
  const own = timeLevels.map(({ frequency }) => frequency)
  if (findCube(cube)!.protection === 'none' || own.length === 1) return own
  return ['D', 'M', 'Q', 'S', 'A']
}

function constraintsOf(figures: CubeFigures, facts: FigureFacts | undefined): DataConstraint[] {
  const cube = findCube(figures.cube)!
  const allowed: DataConstraint = {
    ...ownReference('dataconstraint', `ALLOWED_${figures.dataflow}`),
    name: joined({ es: 'Datos admitidos', en: 'Allowed data', fr: 'Données admises' }, cube.title),
    isFinal: true,
    role: 'allowed',
    attachedTo: [dataflowReference(figures)],
    region: [
      { id: 'FREQ', values: frequenciesOf(figures) },
      { id: 'MEASURE', values: figures.measures.map(({ code }) => code) },
      ...Object.entries(figures.dimensions).flatMap(([id, source]): CubeRegionKey[] =>
        'fixed' in source ? [{ id, values: [source.fixed] }] : [],
      ),
    ],
  }
  if (!facts || facts.observationCount === 0) return [allowed]
  const range = facts.periods
  return [
    allowed,
    {
      ...ownReference('dataconstraint', `ACTUAL_${figures.dataflow}`),
      name: joined(
        { es: 'Datos presentes', en: 'Actual data', fr: 'Données présentes' },
        cube.title,
      ),
      isFinal: true,
      role: 'actual',
      attachedTo: [dataflowReference(figures)],
      region: [
        ...Object.entries(facts.codes).map(([id, values]): CubeRegionKey => ({ id, values })),
        ...(range ? [{ id: 'TIME_PERIOD', range }] : []),
      ],
      seriesCount: facts.seriesCount,
      observationCount: facts.observationCount,
      ...(range && { referencePeriod: instants(range) }),
    },
  ]
}

/** Who gives the data of a flow, or owes them by the calendar, whether they have come or not. */
function agreementsOf(
  figures: CubeFigures,
  facts: FigureFacts | undefined,
  owed: readonly OwedTable[],
): ProvisionAgreement[] {
  const cube = findCube(figures.cube)!
  const duties = owed.filter((each) => each.cube === figures.cube)
  const providers = distinctProviders([
    ...(facts?.providers ?? []),
    ...duties.map(({ provider }) => provider),
  ])
  return providers.map((provider) => ({
    ...ownReference('provisionagreement', `${figures.dataflow}_${provider.id}`),
    name: joined(cube.title, provider.name),
    annotations: duties.filter((each) => each.provider.id === provider.id).map(owedAnnotation),
    isFinal: true,
    dataflow: dataflowReference(figures),
    provider: { ...providersScheme, item: provider.id },
  }))
}

/** First and last instant of a range of periods, by the calendar. */
export function instants(range: { readonly start: string; readonly end: string }): {
  start: string
  end: string
} {
  const [first] = monthSpan(range.start) ?? [0]
  const [, last] = monthSpan(range.end) ?? [0, 0]
  const day = (month: number) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1))
  return {
    start: `${day(first).toISOString().slice(0, 10)}T00:00:00`,
    end: new Date(day(last + 1).getTime() - 1000).toISOString().slice(0, 19),
  }
}

function occurringCodes(listId: string, facts: readonly FigureFacts[]): Set<string> {
  const codes = new Set<string>()
  for (const { codes: byDimension } of facts) {
    for (const [dimension, values] of Object.entries(byDimension)) {
      if (listIdOf(dimension) === listId) for (const value of values) codes.add(value)
    }
  }
  return codes
}

function distinctProviders(all: readonly ProviderFacts[]): ProviderFacts[] {
  return [...new Map(all.map((provider) => [provider.id, provider])).values()]
}

function versionOf(figures: CubeFigures): string {
  return semanticVersion(findCube(figures.cube)!.methodVersion)
}

function joined(one: Words, other: Words): Words {
  return Object.fromEntries(
    Object.entries(one).map(([language, words]) => [
      language,
      `${words}: ${other[language] ?? other['en'] ?? ''}`,
    ]),
  )
}
