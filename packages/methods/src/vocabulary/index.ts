export { decideLanguage } from './decide-language.ts'
export { isLanguage, languages, type Language, type Text } from './language.ts'
export { frenchSpaces, frenchSpacesOf, frenchSpacesOfHtml } from './french-spaces.ts'
export { specialCodes, type Code, type CodeList } from './code-list.ts'
export {
  findCode,
  isKnownCode,
  labelOf,
  listSpellings,
  specialCodeTexts,
  type Within,
} from './find-code.ts'
export { codeOn, isInForce, isKnownOn, listTurns } from './code-in-force.ts'
export {
  additionTo,
  codeAddition,
  codeOfOwn,
  findFaultOfCode,
  findFaultOfEnd,
  openingOf,
  openLists,
  ownCodes,
  ownCodesOf,
  standardOf,
  type CodeAddition,
  type FindNodeList,
  type OwnCode,
  type OwnCodeEnd,
  type OwnCodeFault,
} from './own-codes/index.ts'
export { spellingKey } from './spelling.ts'
export { defineRefusals, Refusal, type RefusalDefinition, type RefusalDetails } from './refusal.ts'
export { placeOfIssue, readShape, sayChoice, sayIssue, type ShapeProblem } from './shape-issue.ts'
export { loadCodeList, type CodeListId } from './load-code-list.ts'
export { editDistance } from './edit-distance.ts'
export { nearestName } from './nearest-name.ts'
