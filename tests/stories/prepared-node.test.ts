import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyPreparedNode } from './prepared-node.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'caudal-prepared-test-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('several stories that begin alike have one preparation, and each a copy of its own', async () => {
  let prepared = 0
  const prepare = async (folder: string) => {
    await mkdir(join(folder, 'register'), { recursive: true })
    await writeFile(join(folder, 'register', 'PG_VERSION'), String((prepared += 1)))
    await pause(20)
  }
  const copies = ['a', 'b', 'c'].map((name) => join(home, name))
  const kind = `kind-${process.pid}`
  await Promise.all(copies.map((data) => copyPreparedNode(kind, data, prepare, 10)))
  await writeFile(join(copies[0]!, 'register', 'PG_VERSION'), 'changed')
  expect(
    await Promise.all(
      copies.slice(1).map((data) => readFile(join(data, 'register', 'PG_VERSION'), 'utf8')),
    ),
  ).toEqual(['1', '1'])
  expect(prepared).toBe(1)
})

test('one that fails is told to all who wait for it', async () => {
  const prepare = async () => {
    await pause(20)
    throw new Error('no region today')
  }
  const failed = ['d', 'e'].map((name) =>
    copyPreparedNode(`failing-${process.pid}`, join(home, name), prepare, 10),
  )
  for (const each of failed) await expect(each).rejects.toThrow('no region today')
})
