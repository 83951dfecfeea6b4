import { wholeQuery } from '../information-model/structure-query.ts'
import { sdmxRefusals } from '../refusals.ts'
import { readParts } from './identifiers.ts'
import { oneOf, singleParameters, type RequestAddress } from './request-address.ts'
import { refuseRest } from './refuse-rest.ts'
import { identity2, structureQuery } from './rest-2-structure.ts'
import type { MetadataQuery, SdmxQuestion } from './sdmx-request.ts'

const how = { separator: ',', every: ['*'], absent: 'all', pattern: 'item' } as const

/** `/metadata/metadataset/…`, `/metadata/metadataflow/…` and `/metadata/structure/…` of version 2. */
export function readMetadata2(read: RequestAddress): SdmxQuestion {
  const [, by, ...rest] = read.segments
  const given = singleParameters(read, ['detail'])
  const stubs = oneOf('detail', given.detail, ['full', 'allstubs'], 'full') === 'allstubs'
  return {
    asks: 'metadata',
    metadata: { ...everyMetadataSet, ...readSubject(by, rest), stubs },
  }
}

/** A question for every set of metadata that there is. */
export const everyMetadataSet: MetadataQuery = {
  about: undefined,
  providers: 'all',
  setIds: 'all',
  versions: 'all',
  flows: undefined,
  stubs: false,
}

function readSubject(by: string | undefined, rest: readonly string[]): Partial<MetadataQuery> {
  if (by === 'metadataset') {
    const [provider, id, version, ...more] = rest
    refuseRest(more, '/metadata/metadataset/provider/id/version')
    return {
      providers: readParts(provider, { ...how, name: 'provider' }),
      setIds: readParts(id, { ...how, name: 'id' }),
      versions: identity2(undefined, undefined, version, 'all').versions,
    }
  }
  if (by === 'metadataflow') {
    const [agency, flow, version, provider, ...more] = rest
    refuseRest(more, '/metadata/metadataflow/agency/id/version/provider')
    return {
      flows: {
        ...wholeQuery,
        kinds: ['metadataflow'],
        ...identity2(agency, flow, version, 'all'),
      },
      providers: readProviders(provider),
    }
  }
  if (by === 'structure') return { about: structureQuery(rest) }
  throw sdmxRefusals.refuse('path-unknown', {
    part: (by ?? '').slice(0, 80),
    expected: 'metadataset, metadataflow, structure',
  })
}

/** `AGENCY,PROVIDER` or `PROVIDER`, several joined by `+`. */
function readProviders(text: string | undefined): MetadataQuery['providers'] {
  const ids = text?.split('+').map((each) => each.split(',').at(-1)!)
  return readParts(ids?.join(','), { ...how, name: 'provider' })
}
