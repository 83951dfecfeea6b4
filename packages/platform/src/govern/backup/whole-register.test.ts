import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { administrator, receive } from '../../collect/testing-three-persons.ts'
import { listBatches, listMigrations, openNode } from '../../store/index.ts'
import { describeOnBothRegisters } from '../../store/testing.ts'
import { verifyLog } from '../audit/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { backUp, restore } from './service.ts'
import { fillEveryTable } from './testing-every-table.ts'
import { rowsOfRegister } from './testing-register-rows.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-backup-'))
  folders.push(folder)
  return folder
}
const memoryLimit = 512 * 2 ** 20
/** The log and the backups go on with the restore itself. */
const goingOn = ['audit_entries', 'audit_groups', 'audit_nodes', 'backups']

describeOnBothRegisters('A backup', (openTestNode) => {
  it('carries a row of every table of the register, every value of it as it was', async () => {
    const node = await openTestNode()
    await receive(node, 1)
    await fillEveryTable(node.register)
    const rows = await rowsOfRegister(node)
    // a new table needs a row here that its conditions take: testing-every-table.ts
    expect(Object.entries(rows).filter(([, own]) => own.length === 0)).toEqual([])
    expect(Object.keys(rows).length).toBeGreaterThan(50)
    expect(rows['form_entries']![0]).toContain('María')
    const folder = newFolder()
    await backUp(node, administrator, { folder })
    const to = join(newFolder(), 'restored')
    const nodeKeys = [join(node.folder.keys, 'node.key')]
    await restore({ from: folder, to, nodeKeys, registerUrl: '' })
    const again = await openNode({ root: to, registerUrl: '', memoryLimit })
    try {
      const restored = await rowsOfRegister(again)
      for (const [table, own] of Object.entries(rows)) {
        const found = goingOn.includes(table)
          ? restored[table]!.slice(0, own.length)
          : restored[table]
        expect([table, found]).toEqual([table, own])
      }
    } finally {
      await again.close()
    }
  }, 120_000)
})

it('A backup from before the register was migrated is restored, and so is one that goes on from it', async () => {
  const root = join(newFolder(), 'data')
  const folder = newFolder()
  const numbers = listMigrations().map(({ number }) => number)
  const [before, newest] = numbers.slice(-2) as [number, number]
  const migrationOf = async (at: string) => {
    const node = await openNode({ root: at, registerUrl: '', memoryLimit })
    try {
      const [row] = await node.register.query<{ number: number }>(
        'select max(number) as number from schema_migrations',
      )
      const batches = (await listBatches(node)).length
      expect((await verifyLog(node, terminalActor('auditor'))).findings).toEqual([])
      return { migration: row!.number, batches }
    } finally {
      await node.close()
    }
  }
  const old = await openNode({ root, registerUrl: '', memoryLimit, lastMigration: before })
  let earlier: string
  try {
    await receive(old, 1)
    earlier = (await backUp(old, administrator, { folder })).at
  } finally {
    await old.close()
  }
  // a newer version of the program opens the node
  const node = await openNode({ root, registerUrl: '', memoryLimit })
  try {
    await receive(node, 2)
    const later = await backUp(node, administrator, { folder })
    expect(later.base).toBeDefined()
  } finally {
    await node.close()
  }
  const nodeKeys = [join(root, 'keys', 'node.key')]
  for (const [at, batches] of [
    [earlier, 1],
    [undefined, 2],
  ] as const) {
    const to = join(newFolder(), 'restored')
    await restore({
      from: folder,
      to,
      nodeKeys,
      registerUrl: '',
      ...(at === undefined ? {} : { at }),
    })
    expect(await migrationOf(to)).toEqual({ migration: newest, batches })
  }
}, 180_000)
