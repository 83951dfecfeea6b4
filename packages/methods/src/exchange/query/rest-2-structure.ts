import type {
  Detail,
  ReferenceScope,
  StructureQuery,
} from '../information-model/structure-query.ts'
import { namesOf, structureKinds, type StructureKind } from '../information-model/structure-kind.ts'
import { sdmxRefusals } from '../refusals.ts'
import { readParts } from './identifiers.ts'
import { invalid, oneOf, singleParameters, type RequestAddress } from './request-address.ts'
import { schemeKinds, type SdmxQuestion } from './sdmx-request.ts'

const kindByResource = new Map<string, StructureKind>()
for (const kind of structureKinds) {
  const name = namesOf(kind).rest2
  if (name !== undefined) kindByResource.set(name, kind)
}

/** Kinds of structures of the standard that a node of migration figures has nothing for. */
const notImplemented: readonly string[] = [
  'hierarchy',
  'hierarchyassociation',
  'valuelist',
  'dataconsumerscheme',
  'organisationunitscheme',
  'reportingtaxonomy',
  'metadataprovisionagreement',
  'conceptschememap',
  'categoryschememap',
  'organisationschememap',
  'reportingtaxonomymap',
  'process',
  'metadataconstraint',
  'transformationscheme',
  'rulesetscheme',
  'userdefinedoperatorscheme',
  'customtypescheme',
  'namepersonalisationscheme',
  'vtlmappingscheme',
]

const details = [
  'full',
  'raw',
  'partialraw',
  'allstubs',
  'referencestubs',
  'allcompletestubs',
  'referencecompletestubs',
  'referencepartial',
] as const

/** No list here extends another: what is raw is what it is without. */
const rawDetails: Readonly<Record<string, Detail>> = { raw: 'full', partialraw: 'referencepartial' }

const scopes = [
  'none',
  'parents',
  'parentsandsiblings',
  'ancestors',
  'children',
  'descendants',
  'all',
] as const satisfies readonly ReferenceScope[]

/** `/structure/{type}/{agency}/{id}/{version}/{item}` of version 2. */
export function readStructure2(read: RequestAddress): SdmxQuestion {
  const given = singleParameters(read, ['detail', 'references'])
  const structure = structureQuery(read.segments.slice(1))
  const names = given.references?.toLowerCase().split(',') ?? ['none']
  const detail = oneOf('detail', given.detail, details, 'full')
  return {
    asks: 'structure',
    structure: {
      ...structure,
      detail: rawDetails[detail] ?? (detail as Detail),
      scopes: scopes.filter((scope) => names.includes(scope)),
      referencedKinds: names
        .filter((name) => !scopes.some((scope) => scope === name))
        .flatMap(kindNamed),
    },
  }
}

/** Which structures a path means. */
export function structureQuery(segments: readonly string[]): StructureQuery {
  const [type, agency, id, version, item, ...rest] = segments
  const isEvery = type === undefined || type === '*' || type === 'all'
  const kind = isEvery ? undefined : kindByResource.get(type)
  if (!isEvery && kind === undefined) {
    if (notImplemented.includes(type)) {
      throw sdmxRefusals.refuse('not-implemented', {
        resource: type,
        offered: [...kindByResource.keys()].join(', '),
      })
    }
    throw sdmxRefusals.refuse('path-unknown', {
      part: type.slice(0, 80),
      expected: [...kindByResource.keys()].join(', '),
    })
  }
  const kinds = kind === undefined ? structureKinds : [kind]
  const isScheme = kind !== undefined && schemeKinds.includes(kind)
  if (rest.length > 0 || (item !== undefined && !isScheme)) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? item ?? '').slice(0, 80),
      expected: isScheme ? '/agency/id/version/item' : '/agency/id/version',
    })
  }
  return {
    kinds,
    ...identity2(agency, id, version, ['~']),
    items: readParts(item, {
      name: 'item',
      pattern: 'item',
      separator: ',',
      every: ['*'],
      absent: 'all',
    }),
    detail: 'full',
    scopes: ['none'],
    referencedKinds: [],
  }
}

function kindNamed(name: string): StructureKind[] {
  const kind = kindByResource.get(name)
  if (kind !== undefined) return [kind]
  if (notImplemented.includes(name)) return []
  throw invalid('references', name, [...scopes, ...kindByResource.keys()].join(', '))
}

/** Agency, id and version of a path of version 2. */
export function identity2(
  agency: string | undefined,
  id: string | undefined,
  version: string | undefined,
  absentVersion: 'all' | readonly string[],
): Pick<StructureQuery, 'agencies' | 'ids' | 'versions'> {
  const how = { separator: ',', every: ['*'], absent: 'all' } as const
  return {
    agencies: readParts(agency, { ...how, name: 'agency', pattern: 'agency' }),
    ids: readParts(id, { ...how, name: 'id', pattern: 'id' }),
    versions: readParts(version, {
      ...how,
      name: 'version',
      pattern: 'versionRange',
      absent: absentVersion,
      words: ['+', '~'],
    }),
  }
}
