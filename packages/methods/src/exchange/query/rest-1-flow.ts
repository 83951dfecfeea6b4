import type { StructureQuery } from '../information-model/structure-query.ts'
import { sdmxRefusals } from '../refusals.ts'
import type { DataQuery } from './data-query.ts'
import { readParts } from './identifiers.ts'

/** Agency, id and version of a structure in a path of version 1. */
export function identity(
  agency: string | undefined,
  id: string | undefined,
  version: string | undefined,
): Pick<StructureQuery, 'agencies' | 'ids' | 'versions'> {
  const every = ['all', '*']
  return {
    agencies: readParts(agency, {
      name: 'agency',
      pattern: 'agency',
      separator: '+',
      every,
      absent: 'all',
    }),
    ids: readParts(id, { name: 'id', pattern: 'id', separator: '+', every, absent: 'all' }),
    versions: readParts(version, {
      name: 'version',
      pattern: 'version',
      separator: '+',
      every,
      absent: ['latest'],
      words: ['latest', '+', '~'],
    }),
  }
}

/** `FLOW`, `AGENCY,FLOW` or `AGENCY,FLOW,VERSION`; the keywords in either case. */
export function readFlow(text: string): Pick<StructureQuery, 'agencies' | 'ids' | 'versions'> {
  const parts = text.split(',')
  const [agency, id, version] = parts.length === 1 ? [undefined, parts[0]] : parts
  if (parts.length > 3 || id === undefined || id === '') {
    throw sdmxRefusals.refuse('path-unknown', {
      part: text.slice(0, 80),
      expected: 'FLOW, AGENCY,FLOW or AGENCY,FLOW,VERSION',
    })
  }
  const lower = (word: string | undefined) =>
    word !== undefined && /^(all|latest)$/i.test(word) ? word.toLowerCase() : word
  return identity(lower(agency), lower(id), lower(version))
}

/** `PROVIDER` or `AGENCY,PROVIDER`, several joined by `+`. */
export function readProviders(text: string | undefined): DataQuery['providers'] {
  if (text === undefined || text === '' || text.toLowerCase() === 'all' || text === '*')
    return 'all'
  return text.split('+').map((each) => {
    const parts = each.split(',')
    const [agency, id] = parts.length === 1 ? [undefined, parts[0]] : parts
    if (parts.length > 2 || !/^[\w@$-]+$/.test(id ?? '')) {
      throw sdmxRefusals.refuse('path-unknown', {
        part: text.slice(0, 80),
        expected: 'PROVIDER or AGENCY,PROVIDER',
      })
    }
    return { agency: agency === undefined || /^all$/i.test(agency) ? undefined : agency, id: id! }
  })
}
