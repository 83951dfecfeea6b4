export { anonymous, type Actor, type ActorKind, type ActorLimit } from './policy/actor.ts'
export { accountActOf, accountActs, type AccountAct } from './policy/account-acts.ts'
export { findConflictingRoles, isRole, roles, type Role } from './policy/roles.ts'
export { isPurpose, purposes, type Purpose } from './policy/purposes.ts'
export {
  isOperation,
  operations,
  ruleOf,
  type Operation,
  type OperationRule,
} from './policy/operations.ts'
export {
  ceilingOf,
  purposesOf,
  sensitivityLabels,
  type Ceiling,
  type FieldSensitivity,
} from './policy/ceilings.ts'
export {
  allowances,
  refusalOf,
  type Allowance,
  type Decision,
  type Mask,
  type PolicyRefusal,
  type Refused,
} from './policy/decision.ts'
export { decideTime, type BelievedTime, type ClockReading } from './policy/decide-time.ts'
export { policyRefusals } from './policy/refusals.ts'
export { decideOperation, type OperationTarget } from './policy/decide-operation.ts'
export { decideCounts, decideFigures } from './policy/decide-figures.ts'
export { decideKeeping, decideKeepingOfWhole } from './policy/decide-keeping.ts'
export { decideRelease, type ReleaseAct, type ReleasePlace } from './policy/decide-release.ts'
export {
  decideAccess,
  decideShared,
  hasUndertaking,
  noRegisters,
  type AccessRequest,
  type Holding,
  type PolicyRegisters,
} from './policy/decide-access.ts'
export { decideRecord, wholeRefusal, type RecordDecision } from './policy/decide-record.ts'
export { seesOwnEntries, sightOf, type Sight } from './policy/sight.ts'
export { decideTransfer, type Transfer } from './policy/decide-transfer.ts'
export { isInForce, type Party, type SharingAgreement } from './policy/agreement.ts'
export { coversRead, type Derogation } from './policy/derogation.ts'
export { maskValue, type FieldValue, type MaskedValue } from './policy/mask-value.ts'
export {
  emptyRoot,
  hashLeaf,
  hashNode,
  hashLength,
  rootOf,
  sameHash,
  splitOf,
  type Hash,
} from './audit/tree-hash.ts'
export { consistencySpans, hashSpans, inclusionSpans, type Span } from './audit/proof.ts'
export { rootFromPath, verifyConsistency, verifyInclusion } from './audit/verify-proof.ts'
export { edgeSpans, Frontier } from './audit/frontier.ts'
export { groupRootOf, joinHashes, proveGroup, splitHashes } from './audit/group-proofs.ts'
export { fromBase64, toBase64 } from './audit/base64.ts'
export {
  isKeyName,
  messageOf,
  noteKeyId,
  readNote,
  readVerifier,
  stampSignature,
  verifyNote,
  writeNote,
  writeSignature,
  writeVerifier,
  type SignedNote,
  type Verifier,
  type VerifySignature,
} from './audit/signed-note.ts'
export { readCheckpoint, writeCheckpoint, type Checkpoint } from './audit/checkpoint.ts'
export {
  readEntry,
  writeEntry,
  type AuditDetail,
  type AuditEntry,
  type AuditEvent,
} from './audit/audit-event.ts'
export { logFindings, type LogFinding, type LogFindingKind } from './audit/log-finding.ts'
export { LogVerifier, type FoundEntry, type FoundGroup } from './audit/log-verifier.ts'
export {
  isRegister,
  readDocument,
  registers,
  type RegisterDocument,
  type RegisterName,
} from './registers/registers.ts'
export type { DocumentProblem } from './registers/document-problem.ts'
export {
  isWrittenRegister,
  labelOfPlace,
  registerFields,
  type WrittenRegister,
} from './registers/register-fields.ts'
export type { RegisterField, RegisterFieldKind } from './registers/register-field.ts'
export { kindsOfRequests, statesOfRequests } from './registers/labels-of-requests.ts'
export { authorityDueAt, endsSoon, findDue, noticeDueOn, type Due } from './registers/deadlines.ts'
export {
  purposesOfActivity,
  toDerogation,
  toSharingAgreement,
} from './registers/policy-documents.ts'
