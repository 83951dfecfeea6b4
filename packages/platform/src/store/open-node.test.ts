import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { describeOnBothRegisters } from './testing.ts'

describeOnBothRegisters('Opening a node', (openTestNode) => {
  it('finds at the second start what was written at the first', async () => {
    const first = await openTestNode()
    await first.register.query(
      `insert into source_profiles (id, version, content, sha256) values ('ports', 1, $1, 'abc')`,
      [{ id: 'ports' }],
    )
    await first.close()
    const second = await openTestNode({ root: first.folder.root })
    expect(await second.register.query('select id, version, content from source_profiles')).toEqual(
      [{ id: 'ports', version: 1, content: { id: 'ports' } }],
    )
  })

  it('closes the data folder and the workspace to other users', async () => {
    const { folder } = await openTestNode()
    for (const path of [folder.root, folder.lake, folder.keys, folder.workspace]) {
      expect(statSync(path).mode & 0o777).toBe(0o700)
    }
    expect(statSync(join(folder.keys, 'node.key')).mode & 0o777).toBe(0o600)
  })

  it('empties what dead processes left in the workspace', async () => {
    const first = await openTestNode()
    await first.close()
    const base = dirname(first.folder.workspace)
    mkdirSync(join(base, '4194303-1-deadbeef-1'), { recursive: true })
    writeFileSync(join(base, '4194303-1-deadbeef-1', 'names.csv'), 'plain')
    writeFileSync(join(base, 'planted.csv'), 'plain')
    const second = await openTestNode({ root: first.folder.root })
    expect(readdirSync(base)).toEqual([second.folder.workspace.slice(base.length + 1)])
    await second.close()
    expect(existsSync(second.folder.workspace)).toBe(false)
  })
})
