import {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDataFolder, dataFolder } from './data-folder.ts'
import { findLockHolder, takeLock, type LockHolder } from './lock.ts'
import { ownIdentity } from './process-identity.ts'
import { startScenario } from './testing-scenarios.ts'

const claim = { role: 'command', register: 'embedded' } as const
const roots: string[] = []
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })))

function freshFolder() {
  const root = mkdtempSync(join(tmpdir(), 'caudal-test-lock-'))
  roots.push(root)
  const folder = dataFolder(root)
  createDataFolder(folder)
  return folder
}

/** A data folder whose lock was taken by the process that `changes` make of this one. */
function folderHeldBy(changes: Partial<LockHolder>) {
  const folder = freshFolder()
  mkdirSync(join(folder.root, 'lock'))
  const path = join(folder.root, 'lock', '000007.json')
  writeFileSync(path, JSON.stringify({ ...ownIdentity(), ...claim, ...changes }))
  return { folder, path }
}

describe('The lock of a data folder', () => {
  it('is not released for another process that took it in a folder made anew', async () => {
    const folder = freshFolder()
    const first = await takeLock(folder, claim)
    if (!('lock' in first)) throw new Error('The lock was not taken.')
    const directory = join(folder.root, 'lock')
    const [name] = readdirSync(directory).filter((each) => each.endsWith('.json'))
    const other = JSON.stringify({ ...ownIdentity(), ...claim, pid: process.ppid, started: 'x' })
    rmSync(directory, { recursive: true })
    mkdirSync(directory)
    writeFileSync(join(directory, name!), other)
    first.lock.release()
    expect(readFileSync(join(directory, name!), 'utf8')).toBe(other)
  })

  it('is taken once; a second claim learns who holds it', async () => {
    const folder = freshFolder()
    const first = await takeLock(folder, claim)
    const second = await takeLock(folder, claim)
    expect(first).toHaveProperty('lock')
    expect(second).toMatchObject({ holder: { pid: process.pid, role: 'command' } })
    if ('lock' in first) first.lock.release()
    expect(findLockHolder(folder)).toBeUndefined()
    expect(await takeLock(folder, claim)).toHaveProperty('lock')
    expect(readdirSync(join(folder.root, 'lock'))).toHaveLength(1)
  })

  it('of a dead process is taken over', async () => {
    const { folder } = folderHeldBy({ pid: 4194303 })
    expect(await takeLock(folder, claim)).toHaveProperty('lock')
    expect(readdirSync(join(folder.root, 'lock'))).toEqual(['000008.json'])
  })

  it('of a dead process whose number another one was given is taken over', async () => {
    const { folder } = folderHeldBy({ started: '1' })
    expect(await takeLock(folder, claim)).toHaveProperty('lock')
  })

  it('from before the machine was started anew is taken over', async () => {
    const { folder } = folderHeldBy({ boot: '00000000-0000-0000-0000-000000000000' })
    expect(await takeLock(folder, claim)).toHaveProperty('lock')
  })

  it('of an owner in another container holds as long as that shows signs of life', async () => {
    const { folder, path } = folderHeldBy({ host: 'another', table: 'pid:[1]' })
    const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 20)
    expect(await takeLock(folder, claim, 0.1)).toMatchObject({ holder: { host: 'another' } })
    clearInterval(beat)
    expect(await takeLock(folder, claim, 0.1)).toHaveProperty('lock')
  })

  it('cut short by a power failure holds nothing up', async () => {
    const { folder, path } = folderHeldBy({})
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20))
    utimesSync(path, new Date(0), new Date(0))
    expect(await takeLock(folder, claim)).toHaveProperty('lock')
  })

  it('is won by one of many that start at the same instant', async () => {
    const starters = Array.from({ length: 4 }, () => startScenario('takeLocks', {}))
    for (const starter of starters) expect(await starter.message()).toBe('ready')
    for (let round = 0; round < 20; round += 1) {
      const { folder } =
        round % 2 === 0 ? folderHeldBy({ pid: 4194303 }) : { folder: freshFolder() }
      for (const starter of starters) starter.child.send({ root: folder.root })
      const outcomes = await Promise.all(starters.map((starter) => starter.message()))
      expect(outcomes.map(String).toSorted()).toEqual(['lock', 'refused', 'refused', 'refused'])
      expect(readdirSync(join(folder.root, 'lock')).filter(isLockFile)).toHaveLength(1)
    }
    for (const starter of starters) await starter.kill()
  })
})

function isLockFile(name: string): boolean {
  return /^\d+\.json$/.test(name)
}
