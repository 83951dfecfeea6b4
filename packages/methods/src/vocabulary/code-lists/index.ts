export { renderCodeListsPage } from './render-code-lists-page.ts'
export { createCodeListBook, getCodeList, listCodeLists, type CodeListBook } from './book.ts'
