export type {
  FormAnswers,
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
  WrittenType,
  XlsForm,
} from './form-definition.ts'
export { readXlsForm, type ReadForm } from './read-xlsform.ts'
export { parseXpath } from './parse-xpath.ts'
export { evaluateXpath } from './evaluate-xpath.ts'
export { UnreadableXpath, UnsupportedXpath, type Xpath } from './xpath.ts'
export type { XpathContext } from './xpath-functions.ts'
export {
  firstAnswers,
  firstAnswersOf,
  formFollower,
  isAsked,
  type AnswerFault,
  type FormState,
  type FormSurroundings,
  type RepeatState,
} from './form-state.ts'
export { languageOfText, sayFormText } from './say-form-text.ts'
export {
  entryDay,
  entrySize,
  entryUnit,
  fieldsWithoutSource,
  formColumns,
  formProfile,
  formRows,
  hyphened,
  questionsNotKept,
  repeatsOfRecords,
  type FormColumn,
  type FormFieldMapping,
  type FormMapping,
  type FormRecordRow,
  type FormSource,
} from './form-mapping.ts'
export {
  suggestFormCodes,
  suggestFormMapping,
  type FormCodeSuggestion,
  type FormFieldSuggestion,
} from './suggest-mapping.ts'
export { checkEntry, type CheckedEntry } from './check-entry.ts'
export { correctAnswers, type DatedAnswers, type UnansweredField } from './correct-answers.ts'
export { isPlace, placeOf, type PlaceAnswer } from './place-answer.ts'
export {
  answerKey,
  instancesKey,
  instancesOf,
  mostInstances,
  ownName,
  questionOfKey,
  repeatsOf,
  withInstance,
  withoutInstance,
} from './repeats.ts'
export { formFaultWords, unsupportedWords } from './form-words.ts'
