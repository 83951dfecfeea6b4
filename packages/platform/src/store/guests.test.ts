import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepJobs } from './job-keeper.ts'
import { waitForJob } from './jobs.ts'
import { copyTestRegister, withTestFolder } from './testing.ts'
import { filesUnder, startScenario } from './testing-scenarios.ts'

describe('A second process on a data folder', () => {
  it('is the guest of a running server, which does its jobs', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere({ role: 'server' })
      keepJobs(node, {
        entry: new URL('./testing-jobs.ts', import.meta.url),
        execArgv: ['--import', 'tsx'],
      })
      const guest = startScenario('enqueue', { root: node.folder.root })
      const { id, owner } = (await guest.result()) as { id: number; owner: boolean }
      expect(owner).toBe(false)
      expect(await waitForJob(node, id)).toMatchObject({ sum: 42 })
    })
  })

  it('is refused where it is to serve as well', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere({ role: 'server' })
      const other = startScenario('stayWithPlainFile', { root: node.folder.root, role: 'server' })
      await expect(other.result()).rejects.toThrow(
        `store.folder-in-use Another process (number ${process.pid}) is already serving the data folder ${node.folder.root}.`,
      )
    })
  })

  it('is refused while another command works alone', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere({ role: 'command' })
      const other = startScenario('enqueue', { root: node.folder.root })
      await expect(other.result()).rejects.toThrow('store.command-under-way')
    })
  })

  it('reaches a server whose folder has a path too long for a socket', async () => {
    await withTestFolder(async (openHere, root) => {
      const long = join(root, 'a-data-folder-with-a-name-of-unusual-length'.repeat(3))
      await copyTestRegister(long)
      const node = await openHere({ root: long, role: 'server' })
      const guest = startScenario('enqueue', { root: long })
      expect(await guest.result()).toMatchObject({ owner: false })
      await node.close()
    })
  })
})

describe('A process that is killed', () => {
  it('leaves nothing in the workspace after the next start', async () => {
    await withTestFolder(async (openHere, root) => {
      await copyTestRegister(root)
      const killed = startScenario('stayWithPlainFile', { root, role: 'server' })
      const workspace = (await killed.message()) as string
      expect(existsSync(join(workspace, 'names.csv'))).toBe(true)
      await killed.kill()
      writeFileSync(join(dirname(workspace), 'planted.csv'), 'PLANTED NAME')
      const node = await openHere()
      expect(readdirSync(dirname(workspace))).toEqual([
        node.folder.workspace.slice(dirname(workspace).length + 1),
      ])
      expect(filesUnder(node.folder.workspace)).toEqual([])
    })
  })

  it('does not lose its workspace to the next start while it lives', async () => {
    await withTestFolder(async (openHere) => {
      const server = await openHere({ role: 'server' })
      const guest = startScenario('stayWithPlainFile', {
        root: server.folder.root,
        role: 'command',
      })
      const workspace = (await guest.message()) as string
      await server.close()
      const again = await openHere({ role: 'server' })
      expect(existsSync(join(workspace, 'names.csv'))).toBe(true)
      await guest.kill()
      await again.close()
      await openHere({ role: 'server' })
      expect(existsSync(workspace)).toBe(false)
    })
  })
})
