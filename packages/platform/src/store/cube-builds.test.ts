import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acceptCubeBuild, beginCubeBuild, findCubeBuild, listCubeBuilds } from './cube-builds.ts'
import type { CubeBuild } from './cube-builds.ts'
import type { CaudalNode } from './node.ts'
import { ownIdentity } from './process-identity.ts'
import { describeOnBothRegisters } from './testing.ts'
import { filesUnder } from './testing-scenarios.ts'

function build(node: CaudalNode, content: string): Promise<CubeBuild> {
  const incoming = beginCubeBuild(node, 'movements')
  writeFileSync(incoming.pathOf('cells.parquet'), content)
  return acceptCubeBuild(node, incoming, {
    snapshot: content,
    batches: [1, 2],
    definitionSha256: 'd',
    files: ['cells.parquet'],
    cells: 10,
    facts: 100,
    updatedOn: '2020-02-29',
    synthetic: true,
    linkage: 'l',
  })
}

function read(node: CaudalNode, made: CubeBuild | undefined): string {
  return readFileSync(join(node.folder.root, made?.files[0]?.path ?? ''), 'utf8')
}

describeOnBothRegisters('A cube build', (openTestNode) => {
  it('takes the place of the one before, whose files stay for those who look at them', async () => {
    const node = await openTestNode()
    expect(await findCubeBuild(node, 'movements')).toBeUndefined()
    const first = await build(node, 'first')
    expect(first).toMatchObject({ batches: [1, 2], cells: 10, facts: 100, linkage: 'l' })
    const second = await build(node, 'second')
    expect(read(node, await findCubeBuild(node, 'movements'))).toBe('second')
    expect(read(node, first)).toBe('first')
    await build(node, 'third')
    expect(read(node, second)).toBe('second')
    expect(existsSync(join(node.folder.root, first.files[0]?.path ?? ''))).toBe(false)
    expect(await listCubeBuilds(node)).toHaveLength(1)
  })

  it('left half by a process that is gone is cleared at the next start', async () => {
    const node = await openTestNode()
    await build(node, 'whole')
    const abandoned = beginCubeBuild(node, 'movements')
    const path = abandoned.pathOf('cells.parquet')
    writeFileSync(path, 'half')
    writeFileSync(
      join(path, '../../owner.json'),
      JSON.stringify({ ...ownIdentity(), pid: 4194303 }),
    )
    await node.close()
    const again = await openTestNode({ root: node.folder.root })
    expect(filesUnder(again.folder.cubes)).toHaveLength(1)
    expect(read(again, await findCubeBuild(again, 'movements'))).toBe('whole')
  })
})
