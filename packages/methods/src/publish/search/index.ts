export { createSearchIndex, type SearchEntry, type SearchHit } from './search-index.ts'
export { searchWords } from './search-words.ts'
export { wordLikeness } from './word-likeness.ts'
