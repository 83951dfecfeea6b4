import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import { printWhere, type Condition } from '@caudal/methods/publish'
import type {
  CodesAnswer,
  CubeAnswer,
  CubeListAnswer,
  ProvenanceAnswer,
  RevisionsAnswer,
  SearchAnswer,
  TableResult,
  TableSpec,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { writeSearch } from '../explore/specification/search-text.ts'
import { writeSpec } from '../explore/specification/exploration.ts'
import { askFigures, askNode } from './ask-node.ts'
import { Problem } from './problem.ts'

/** Asks again once after a fault of the line or the node; a refusal stays a refusal. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a line the browser may still have an answer from before (`src/offline`).
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 1 && error instanceof Problem && (error.status === 0 || error.status >= 500),
        retryDelay: 1000,
      },
    },
  })
}

export function cubesQuery(language: Language) {
  return queryOptions({
    queryKey: ['cubes', language],
    queryFn: ({ signal }) => askNode<CubeListAnswer>(`/api/cubes?language=${language}`, signal),
  })
}

export function cubeQuery(cube: string, language: Language) {
  return queryOptions({
    queryKey: ['cube', cube, language],
    queryFn: ({ signal }) => askNode<CubeAnswer>(`${cubePath(cube)}?language=${language}`, signal),
  })
}

export function tableQuery(cube: string, spec: TableSpec, language: Language) {
  const path = tablePath(cube, spec, language)
  return queryOptions({
    queryKey: ['table', path],
    queryFn: ({ signal }) => askFigures<TableResult>(path, signal),
    placeholderData: keepPreviousData,
  })
}

/** Where the figures of a cube come from. */
export function provenanceQuery(cube: string, language: Language) {
  return queryOptions({
    queryKey: ['provenance', cube, language],
    queryFn: ({ signal }) =>
      askNode<ProvenanceAnswer>(`${cubePath(cube)}/provenance?language=${language}`, signal),
  })
}

/** What releases have shown of one figure. */
export function revisionsQuery(cube: string, where: readonly Condition[], language: Language) {
  const search = writeSearch({ where: printWhere(where), language })
  return queryOptions({
    queryKey: ['revisions', cube, search],
    queryFn: ({ signal }) =>
      askNode<RevisionsAnswer>(`${cubePath(cube)}/revisions${search}`, signal),
  })
}

/** What is found in all cubes for words that were typed. */
export function searchQuery(typed: string, language: Language) {
  return queryOptions({
    queryKey: ['search', typed, language],
    queryFn: ({ signal }) =>
      askNode<SearchAnswer>(`/api/search${writeSearch({ query: typed, language })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function codesQuery(cube: string, dimension: string, search: string, language: Language) {
  return queryOptions({
    queryKey: ['codes', cube, dimension, search, language],
    queryFn: ({ signal }) =>
      askNode<CodesAnswer>(
        `${cubePath(cube)}/dimensions/${encodeURIComponent(dimension)}/codes` +
          writeSearch({ ...(search !== '' && { search }), language }),
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}

/** The files a table can be taken along as, and how the address asks for them. */
export const downloads = {
  xlsx: { format: 'xlsx' },
  crosstab: { format: 'csv', layout: 'crosstab' },
  csv: { format: 'csv' },
  json: { format: 'json' },
  parquet: { format: 'parquet' },
} as const

export type Download = keyof typeof downloads

/** The address of a table, as JSON for the page or as a file to download. */
export function tablePath(
  cube: string,
  spec: TableSpec,
  language: Language,
  download?: Download,
): string {
  return (
    `${cubePath(cube)}/table` +
    writeSearch({ ...writeSpec(spec), ...(download && downloads[download]), language })
  )
}

function cubePath(cube: string): string {
  return `/api/cubes/${encodeURIComponent(cube)}`
}
