import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createWorkspace,
  emptyWorkspaces,
  removeWorkspace,
  workspaceOfProcess,
} from './workspace.ts'

const folders: string[] = []

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-test-workspace-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('The workspace', () => {
  it('lies where CAUDAL_WORKSPACE says', () => {
    const parent = freshFolder()
    vi.stubEnv('CAUDAL_WORKSPACE', parent)
    const workspace = workspaceOfProcess(freshFolder())
    createWorkspace(workspace)
    expect(workspace.startsWith(parent)).toBe(true)
    expect(statSync(workspace).mode & 0o777).toBe(0o700)
    removeWorkspace(workspace)
    expect(existsSync(dirname(workspace))).toBe(false)
  })

  it('is the same by whatever path the data folder is reached', () => {
    const root = freshFolder()
    const link = join(freshFolder(), 'link')
    symlinkSync(root, link)
    vi.stubEnv('CAUDAL_WORKSPACE', freshFolder())
    expect(workspaceOfProcess(link)).toBe(workspaceOfProcess(root))
  })

  it('is closed to others where its place was open', () => {
    const parent = freshFolder()
    vi.stubEnv('CAUDAL_WORKSPACE', parent)
    const workspace = workspaceOfProcess(freshFolder())
    mkdirSync(dirname(workspace), { mode: 0o755 })
    createWorkspace(workspace)
    expect(statSync(dirname(workspace)).mode & 0o777).toBe(0o700)
    removeWorkspace(workspace)
  })

  it('does not follow a link that was planted in its place', () => {
    const parent = freshFolder()
    const elsewhere = freshFolder()
    writeFileSync(join(elsewhere, 'kept'), '')
    vi.stubEnv('CAUDAL_WORKSPACE', parent)
    const root = freshFolder()
    const workspace = workspaceOfProcess(root)
    symlinkSync(elsewhere, dirname(workspace))
    emptyWorkspaces(root)
    expect(existsSync(join(elsewhere, 'kept'))).toBe(true)
    expect(() => createWorkspace(workspace)).toThrow('does not belong to this user alone')
  })

  it('stays as long as the process has it open', () => {
    vi.stubEnv('CAUDAL_WORKSPACE', freshFolder())
    const workspace = workspaceOfProcess(freshFolder())
    createWorkspace(workspace)
    createWorkspace(workspace)
    removeWorkspace(workspace)
    expect(existsSync(workspace)).toBe(true)
    removeWorkspace(workspace)
    expect(existsSync(workspace)).toBe(false)
  })
})
