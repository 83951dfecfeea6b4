export type {
  FormChoice,
  FormCodeList,
  FormDefinition,
  FormFault,
  FormGroup,
  FormPlace,
  FormQuestion,
  FormRow,
  FormText,
  QuestionType,
  UnsupportedPart,
  XlsForm,
} from './form-definition.ts'
export { readXlsForm, type ReadForm } from './read-xlsform.ts'
export { parseXpath } from './parse-xpath.ts'
export { evaluateXpath } from './evaluate-xpath.ts'
export { UnreadableXpath, UnsupportedXpath, type Xpath } from './xpath.ts'
export type { XpathContext } from './xpath-functions.ts'
export {
  firstAnswers,
  formFollower,
  isAsked,
  type AnswerFault,
  type FormAnswers,
  type FormState,
  type FormSurroundings,
} from './form-state.ts'
export { languageOfText, sayFormText } from './say-form-text.ts'
export {
  entryDay,
  fieldsWithoutSource,
  formColumns,
  formProfile,
  formRow,
  hyphened,
  questionsNotKept,
  type FormColumn,
  type FormFieldMapping,
  type FormMapping,
  type FormSource,
} from './form-mapping.ts'
export {
  suggestFormCodes,
  suggestFormMapping,
  type FormCodeSuggestion,
  type FormFieldSuggestion,
} from './suggest-mapping.ts'
export { checkEntry, type CheckedEntry } from './check-entry.ts'
export { formFaultWords, unsupportedWords } from './form-words.ts'
