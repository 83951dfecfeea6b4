export { createCodeListBook, getCodeList, listCodeLists, type CodeListBook } from './book.ts'
