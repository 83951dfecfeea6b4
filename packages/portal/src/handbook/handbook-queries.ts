import { queryOptions } from '@tanstack/react-query'
import { askNode } from '../node-api/ask-node.ts'
import type { HandbookChapter, HandbookContents, HandbookStage } from './handbook.ts'

/** A page of the handbook: written when the portal is built, so it stands as long as the portal does. */
function handbookQuery<Page>(name: string) {
  return queryOptions({
    queryKey: ['handbook', name],
    queryFn: ({ signal }) => askNode<Page>(`/handbook/${name}.json`, signal),
    staleTime: Infinity,
  })
}

export const contentsQuery = handbookQuery<HandbookContents>('contents')
export const chapterQuery = (id: string) => handbookQuery<HandbookChapter>(`chapters/${id}`)
export const stageQuery = (id: string) => handbookQuery<HandbookStage>(`stages/${id}`)
