export { additionTo, codeOfOwn, type OwnCode, type OwnCodeFault } from './own-code.ts'
export {
  findFaultOfCode,
  findFaultOfEnd,
  type FindNodeList,
  type OwnCodeEnd,
} from './check-own-code.ts'
export { openingOf, openLists, ownCodes, ownCodesOf, standardOf } from './open-lists.ts'
