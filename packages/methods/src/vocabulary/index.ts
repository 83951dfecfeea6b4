export { isLanguage, languages, type Language, type Text } from './language.ts'
export { specialCodes, type Code, type CodeList } from './code-list.ts'
