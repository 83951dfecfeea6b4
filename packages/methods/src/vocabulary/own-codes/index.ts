export { additionTo, codeOfOwn, type OwnCode, type OwnCodeFault } from './own-code.ts'
export {
  codeAddition,
  findFaultOfCode,
  findFaultOfEnd,
  type CodeAddition,
  type FindNodeList,
  type OwnCodeEnd,
} from './check-own-code.ts'
export { openingOf, openLists, ownCodes, ownCodesOf, standardOf } from './open-lists.ts'
