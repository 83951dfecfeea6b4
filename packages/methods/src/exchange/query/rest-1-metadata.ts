import { wholeQuery } from '../information-model/structure-query.ts'
import { sdmxRefusals } from '../refusals.ts'
import { singleParameters, type RequestAddress } from './request-address.ts'
import { readFlow, readProviders } from './rest-1-flow.ts'
import { everyMetadataSet } from './rest-2-metadata.ts'
import type { SdmxQuestion } from './sdmx-request.ts'

/** `/metadata/FLOW/all/PROVIDER` of version 1: the reports of a flow of metadata. */
export function readMetadata1(read: RequestAddress): SdmxQuestion {
  const [, flow, key, provider, ...rest] = read.segments
  if (flow === undefined || rest.length > 0) {
    throw sdmxRefusals.refuse('path-unknown', {
      part: (rest[0] ?? 'metadata').slice(0, 80),
      expected: '/metadata/AGENCY,FLOW,VERSION/all/PROVIDER',
    })
  }
  // Reports are about dataflows, which have no key.
  if (key !== undefined && !/^(?:all|\*|)$/i.test(key)) {
    throw sdmxRefusals.refuse('not-implemented', { resource: 'metadata/key', offered: 'all' })
  }
  singleParameters(read, [])
  const providers = readProviders(provider)
  return {
    asks: 'metadata',
    metadata: {
      ...everyMetadataSet,
      flows: { ...wholeQuery, kinds: ['metadataflow'], ...readFlow(flow) },
      providers: providers === 'all' ? 'all' : providers.map(({ id }) => id),
    },
  }
}
