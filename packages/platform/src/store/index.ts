export type { CaudalNode } from './node.ts'
export { openNode } from './open-node.ts'
export type { OpenNodeOptions } from './node-options.ts'
export { dataFolder, type DataFolder } from './data-folder.ts'
export type { Queryable, Register } from './register.ts'
export { keepSight, settleSight, withSight } from './sight.ts'
export type { LakeEngine, LakeValue, NumberColumns } from './lake-engine.ts'
export { machineMemory, openDuckDb, type DuckDbOptions } from './duckdb-engine.ts'
export type { Keyring } from './keyring.ts'
export { isSignedBy, type SigningKey } from './signing-key.ts'
export { nodeSecret } from './node-secret.ts'
export { storeRefusals } from './refusals.ts'
export {
  acceptBatch,
  beginBatch,
  fileKinds,
  findBatchOfFile,
  getBatch,
  listBatches,
  withdrawBatch,
  type Batch,
  type BatchConditions,
  type BatchFile,
  type BatchRecord,
  type BatchStatus,
  type FileKind,
  type IncomingBatch,
} from './batches.ts'
export {
  findSourceProfile,
  listDatasets,
  titleOfDataset,
  sourceTexts,
  type Dataset,
  type RecordedProfile,
} from './datasets.ts'
export { snapshot, snapshotId, type Snapshot } from './snapshot.ts'
export {
  acceptCubeBuild,
  beginCubeBuild,
  findCubeBuild,
  listCubeBuilds,
  type CubeBuild,
  type CubeFile,
  type IncomingCubeBuild,
} from './cube-builds.ts'
export {
  bookWith,
  newestOwnCode,
  nodeCodeLists,
  selectOwnCodes,
  type KeptCode,
} from './own-codes.ts'
export { readQuery } from './read-query.ts'
export {
  cancelJob,
  defineJob,
  enqueueJob,
  findJob,
  hasEnded,
  listJobs,
  waitForJob,
  watchJob,
  type Job,
  type JobContext,
  type JobDefinition,
  type JobProgress,
  type JobStatus,
} from './jobs.ts'
export { problemOf, type JobProblem } from './job-problem.ts'
export { refusalOfError } from './refusal-of-error.ts'
export { logError } from './log-error.ts'
export { isNameOfLivingProcess, nameOfProcess, ownIdentity } from './process-identity.ts'
export { keepJobs, type JobKeeper, type JobKeeperOptions } from './job-keeper.ts'
export { runWorker } from './job-worker.ts'
export { beforeClosing } from './node-closing.ts'
export { replaceFile } from './durable-file.ts'
export { BrokenSeal, keyIdOf, sealStream, unsealStream } from './sealed-file.ts'
export { sealText, unsealText } from './sealed-text.ts'
export { isCurrent, listMigrations, migrate } from './migrations.ts'
export { findNodeIdentity, type NodeIdentity } from './node-identity.ts'
export { isServerAddress, openServerRegister } from './server-register.ts'
export { createDataFolder } from './data-folder.ts'
export { nodeKeyPath, nodeKeySource, previousKeyPath } from './node-key-source.ts'
export { nameOfKey, wrapperOf } from './wrapped-key.ts'
export { openKeyring } from './node-keyring.ts'
export {
  countWrappedKeys,
  retirePreviousKey,
  rotateNodeKey,
  type WrappedKeyCount,
} from './rotate-node-key.ts'

export { destroyDataKey, recordRewrite, removeFiles, rewriteBatch } from './rewrite-batch.ts'
export { correctRecords } from './correct-records.ts'
export { replaceRepeats } from './replace-repeats.ts'
export { moveRecords } from './withhold-records.ts'
export { removeEarlierBuilds } from './cube-builds.ts'
export { measureFile } from './incoming.ts'
export { readOutsideSecret } from './outside-secret.ts'
