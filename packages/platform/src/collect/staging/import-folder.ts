import { mkdtemp, rm, rmdir, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DataFolder } from '../../store/data-folder.ts'
import { createWorkspace, isInMemory } from '../../store/workspace.ts'
import type { ByteSource } from '../reading/byte-source.ts'

/** Bytes of working files for each byte of the unpacked file: a copy, the staging, identities. */
const workingShare = 1.7

/** Share of the free memory that one import may fill with files. */
const memoryShare = 0.25

/**
 * Makes the folder for the working files of one import: in the workspace of the process, or on the
 * disk of the data folder where they would fill the memory in which the workspace lies. Either is
 * emptied at the next start, should the import be killed.
 */
export async function makeImportFolder(
  folder: Pick<DataFolder, 'root' | 'workspace'>,
  source: Pick<ByteSource, 'unpackedBytes'>,
): Promise<string> {
  const needed = source.unpackedBytes * workingShare
  if (await hasRoom(folder.workspace, needed)) return mkdtemp(join(folder.workspace, 'import-'))
  const onDisk = workspaceOnDisk(folder)
  createWorkspace(onDisk)
  return mkdtemp(join(onDisk, 'import-'))
}

export async function removeImportFolder(
  folder: Pick<DataFolder, 'root' | 'workspace'>,
  path: string,
): Promise<void> {
  await rm(path, { recursive: true, force: true })
  // Where another import still works beside this one, its folder keeps the workspace.
  if (dirname(path) !== folder.workspace) await rmdir(workspaceOnDisk(folder)).catch(() => {})
}

async function hasRoom(workspace: string, bytes: number): Promise<boolean> {
  if (!isInMemory(workspace)) return true
  const { bavail, bsize } = await statfs(workspace)
  return bytes <= Math.min(bavail * bsize, process.availableMemory()) * memoryShare
}

/** The process's own folder among those that the store empties, on the disk of the data folder. */
function workspaceOnDisk({ root, workspace }: Pick<DataFolder, 'root' | 'workspace'>): string {
  return join(root, 'workspace', basename(workspace))
}
