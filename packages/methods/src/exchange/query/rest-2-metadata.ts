import { readParts } from './identifiers.ts'
import { oneOf, singleParameters, type RequestAddress } from './request-address.ts'
import { refuseRest } from './refuse-rest.ts'
import { sdmxRefusals } from '../refusals.ts'
import { structureQuery } from './rest-2-structure.ts'
import type { SdmxRequest } from './sdmx-request.ts'

/** `/metadata/metadataset/…`, `/metadata/metadataflow/…` and `/metadata/structure/…` of version 2. */
export function readMetadata2(read: RequestAddress): SdmxRequest {
  const [, by, ...rest] = read.segments
  const given = singleParameters(read, ['detail', 'format'])
  const stubs = oneOf('detail', given.detail, ['full', 'allstubs'], 'full') === 'allstubs'
  const how = { separator: ',', every: ['*'], absent: 'all', pattern: 'item' } as const
  const nothing = {
    about: undefined,
    providers: 'all',
    setIds: 'all',
    flows: 'all',
    stubs,
  } as const
  const asked = (metadata: SdmxRequest & { asks: 'metadata' }) => metadata
  if (by === 'metadataset') {
    const [provider, id, , ...more] = rest
    refuseRest(more, '/metadata/metadataset/provider/id/version')
    const providers = readParts(provider, { ...how, name: 'provider' })
    const setIds = readParts(id, { ...how, name: 'id' })
    return asked({
      asks: 'metadata',
      metadata: { ...nothing, providers, setIds },
      format: given.format,
    })
  }
  if (by === 'metadataflow') {
    const [, flow, , provider, ...more] = rest
    refuseRest(more, '/metadata/metadataflow/agency/id/version/provider')
    const flows = readParts(flow, { ...how, name: 'id' })
    const providers = readParts(provider?.split(',').at(-1), { ...how, name: 'provider' })
    return asked({
      asks: 'metadata',
      metadata: { ...nothing, flows, providers },
      format: given.format,
    })
  }
  if (by === 'structure') {
    return asked({
      asks: 'metadata',
      metadata: { ...nothing, about: structureQuery(rest) },
      format: given.format,
    })
  }
  throw sdmxRefusals.refuse('path-unknown', {
    part: (by ?? '').slice(0, 80),
    expected: 'metadataset, metadataflow, structure',
  })
}
