export { noticePlace, renderRelease } from './render-release.ts'
export { loadWords as releasePageWords } from '../words/catalogue.ts'
