export { createSearchIndex, type SearchHit } from './search-index.ts'
export type { SearchEntry } from './search-entry.ts'
export { searchWords } from './search-words.ts'
export { wordLikeness } from './word-likeness.ts'
