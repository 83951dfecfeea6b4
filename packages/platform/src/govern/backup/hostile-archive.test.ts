import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { nodeKeyPath, sealStream } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { administrator } from '../../collect/testing-three-persons.ts'
import { readPreface, writePreface } from './archive-preface.ts'
import { placeIn } from './read-archive.ts'
import { backUp, restore } from './service.ts'

const home = mkdtempSync(join(tmpdir(), 'caudal-hostile-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('an archive with the right key and members that lead elsewhere writes nothing, there or here', async () => {
  await withNode(async (node) => {
    const folder = join(home, 'archives')
    const written = await backUp(node, administrator, { folder })
    const { preface } = readPreface(written.path)
    const content = Buffer.from('stolen')
    const member = {
      path: '../../stolen.txt',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    }
    const { key, wrapped } = node.keyring.createDataKey()
    const id = randomUUID()
    const own = { ...preface, id, number: (preface.number ?? 0) + 1, wrappedKey: wrapped }
    const lines = [
      own,
      { manifest: [{ ...member, archive: id }] },
      { file: member.path, bytes: member.bytes },
    ]
    async function* forged() {
      for (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`)
      yield content
      yield Buffer.from(`${JSON.stringify({ end: true })}\n`)
    }
    const path = join(folder, 'forged.caudal')
    await sealStream(forged(), path, key, writePreface(own))
    const to = join(home, 'deep', 'data')
    const restoring = { from: folder, to, nodeKeys: [nodeKeyPath(node.folder)], registerUrl: '' }
    await expect(restore(restoring)).rejects.toMatchObject({
      code: 'backup.since-unknown',
      details: { file: path },
    })
    const names = readdirSync(home, { recursive: true }).map(String)
    expect(names.filter((name) => name.includes('stolen'))).toEqual([])
    expect(existsSync(to)).toBe(false)
    expect(readFileSync(written.path).length).toBe(written.bytes)
  })
})

test('a member of an archive has its place inside the folder, or none', () => {
  expect(placeIn('/data', 'lake/movement/facts/1/part-0.parquet')).toBe(
    '/data/lake/movement/facts/1/part-0.parquet',
  )
  for (const path of [
    '../x',
    'lake/../../x',
    '/etc/passwd',
    'lake//x',
    './x',
    '',
    'lake/',
    '..',
    'lake/\0x',
  ]) {
    expect([path, tryPlace(path)]).toEqual([path, 'refused'])
  }
})

function tryPlace(path: string): string {
  try {
    return placeIn('/data', path)
  } catch {
    return 'refused'
  }
}
