import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { withNode } from '../../store/testing.ts'
import { makeImportFolder, removeImportFolder } from './import-folder.ts'

it('a small file is worked on in the workspace', () =>
  withNode(async ({ folder }) => {
    const path = await makeImportFolder(folder, { unpackedBytes: 1000 })
    expect(dirname(path)).toBe(folder.workspace)
    await removeImportFolder(folder, path)
    expect(existsSync(path)).toBe(false)
    expect(existsSync(folder.workspace)).toBe(true)
  }))

it('a file that would fill the memory is worked on in a folder of the disk that starts empty', () =>
  withNode(async ({ folder }) => {
    const path = await makeImportFolder(folder, { unpackedBytes: 1e15 })
    const isOnDisk = dirname(dirname(path)) === join(folder.root, 'workspace')
    // Where the workspace is on a disk already there is nothing to choose.
    expect(isOnDisk || dirname(path) === folder.workspace).toBe(true)
    await removeImportFolder(folder, path)
    expect(existsSync(path)).toBe(false)
  }))
