export { isLanguage, languages, type Language, type Text } from './language.ts'
export { specialCodes, type Code, type CodeList } from './code-list.ts'
export { defineRefusals, Refusal, type RefusalDefinition, type RefusalDetails } from './refusal.ts'
