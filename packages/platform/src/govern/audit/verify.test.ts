import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuditEvent, readNote, toBase64, writeVerifier } from '@caudal/methods/govern'
import { Client } from 'pg'
import { afterAll, expect, it } from 'vitest'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { terminalActor } from '../terminal-actor.ts'
import { auditLogOf } from './audit-log.ts'
import { readExportLine } from './export-lines.ts'
import {
  consistencyDocument,
  cosignCheckpoint,
  exportLog,
  followLog,
  keepCosignature,
  newestCheckpoint,
  verifierLines,
  verifyExportFile,
  verifyLog,
} from './service.ts'

const auditor = terminalActor('auditor', 'administrator')
const folder = mkdtempSync(join(tmpdir(), 'caudal-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
function fileWith(content: string): string {
  files += 1
  const path = join(folder, `${files}`)
  writeFileSync(path, content)
  return path
}

const event = (subject: string): AuditEvent => ({
  actor: { kind: 'person', id: 'ana' },
  action: 'collect.read-records',
  outcome: 'allow',
  subject,
})

/** Three groups of entries: 0 to 4, 5, and 6 to 25. */
async function fill(node: CaudalNode): Promise<void> {
  for (const count of [5, 1, 20]) {
    await Promise.all(
      Array.from({ length: count }, (_, place) => auditLogOf(node).append(event(`${place}`))),
    )
  }
}

async function exported(node: CaudalNode): Promise<string> {
  let text = ''
  for await (const lines of exportLog(node, auditor)) text += lines
  return text
}

const told = (report: { findings: readonly { kind: string; first: number; last: number }[] }) =>
  report.findings.map(({ kind, first, last }) => `${kind} ${first}-${last}`)

describeOnPostgres('An export of the audit log', ({ openNode: openTestNode }) => {
  it('is verified without the node, and says so when it was changed or cut', async () => {
    const node = await openTestNode()
    await fill(node)
    const text = await exported(node)
    const { log: key } = await verifierLines(node)
    const report = await verifyExportFile(fileWith(text), key, [])
    expect(report).toMatchObject({ entries: 27, findings: [], file: 'sound' })
    const lines = text.split('\n')
    const target = lines.findIndex((line) => line.includes('"index":12,'))
    const changed = lines.with(target, lines[target]!.replace('ana', 'eva')).join('\n')
    const found = await verifyExportFile(fileWith(changed), key, [])
    expect([found.file, ...told(found)]).toEqual(['changed', 'entry-altered 12-12'])
    expect(found.texts.get(12)).toContain('eva')
    const removed = await verifyExportFile(fileWith(lines.toSpliced(target, 1).join('\n')), key, [])
    expect(told(removed)).toEqual(['entries-missing 12-12'])
    const cut = await verifyExportFile(fileWith(lines.slice(0, -2).join('\n')), key, [])
    expect([cut.file, cut.findings]).toEqual(['cut', []])
  })

  it('of another log, or that is none, is refused', async () => {
    const node = await openTestNode()
    await fill(node)
    const other = { name: 'caudal/other', type: 'log', publicKey: new Uint8Array(32) } as const
    const path = fileWith(await exported(node))
    for (const [file, key, code] of [
      [path, writeVerifier(other), 'audit.another-log'],
      [fileWith('{}\n'), undefined, 'audit.not-an-export'],
      [fileWith(''), undefined, 'audit.not-an-export'],
      [join(folder, 'missing'), undefined, 'audit.file-unreadable'],
      [path, 'a+b+c', 'audit.verifier-malformed'],
    ] as const) {
      await expect(verifyExportFile(file, key, [])).rejects.toMatchObject({ code })
    }
  })

  it('signed anew with another key is told apart by the key known from elsewhere', async () => {
    const [node, forger] = [await openTestNode(), await openTestNode()]
    await fill(node)
    await fill(forger)
    const { log: key } = await verifierLines(node)
    const forged = (await exported(forger)).replaceAll((await verifierLines(forger)).log, key)
    const report = await verifyExportFile(fileWith(forged), key, [])
    expect(report.file).toBe('changed')
    expect(told(report)[0]).toBe('signature-bad 0-4')
  })

  it('is cosigned by another node only as long as the log only grew', async () => {
    const [node, witness] = [await openTestNode(), await openTestNode()]
    await fill(node)
    const { log: key } = await verifierLines(node)
    const first = await newestCheckpoint(node, auditor)
    const line = await cosignCheckpoint(witness, auditor, {
      checkpoint: fileWith(first.note),
      key,
    })
    const { cosigner } = await verifierLines(witness)
    const size = first.checkpoint.size
    await keepCosignature(node, auditor, { file: fileWith(line), key: cosigner, size })
    expect((await newestCheckpoint(node, auditor)).note.endsWith(line)).toBe(true)
    await expect(
      keepCosignature(node, auditor, { file: fileWith(line), key: cosigner, size: 6 }),
    ).rejects.toMatchObject({ code: 'audit.cosignature-bad' })

    await fill(node)
    const second = fileWith((await newestCheckpoint(node, auditor)).note)
    await expect(
      cosignCheckpoint(witness, auditor, { checkpoint: second, key }),
    ).rejects.toMatchObject({ code: 'audit.proof-needed' })
    const proof = fileWith(await consistencyDocument(node, auditor, size))
    const again = await cosignCheckpoint(witness, auditor, { checkpoint: second, key, proof })
    expect(again).toContain('— caudal/')
    await expect(
      cosignCheckpoint(witness, auditor, { checkpoint: fileWith(first.note), key }),
    ).rejects.toMatchObject({ code: 'audit.checkpoint-older' })
    const report = await verifyExportFile(fileWith(await exported(node)), key, [second])
    expect(report.findings).toEqual([])
  })
})

describeOnPostgres('The audit log', ({ openNode, addressOf }) => {
  /** Works on the tables as their owner, past the triggers. */
  async function asOwner(node: CaudalNode, sql: string): Promise<void> {
    const [row] = await node.register.query<{ name: string }>('select current_database() as name')
    const client = new Client({ connectionString: addressOf('caudal_owner', row!.name) })
    await client.connect()
    for (const table of ['audit_entries', 'audit_groups', 'audit_nodes']) {
      await client
        .query(`alter table ${table} disable trigger all`)
        .catch(() => client.query(`alter table ${table} disable trigger user`))
    }
    await client.query(sql)
    await client.end()
  }

  it('names the row that the owner of the database altered, in place and in an export', async () => {
    const node = await openNode()
    await fill(node)
    await asOwner(
      node,
      `update audit_entries set entry = replace(entry, 'ana', 'eva') where index = 9`,
    )
    expect(told(await verifyLog(node, auditor))).toEqual(['entry-altered 9-9'])
    const report = await verifyExportFile(fileWith(await exported(node)), undefined, [])
    expect([report.file, ...told(report)]).toEqual(['sound', 'entry-altered 9-9'])
    expect(report.texts.get(9)).toContain('eva')
  })

  it('names the row although its hash was computed anew too', async () => {
    const node = await openNode()
    await fill(node)
    await asOwner(
      node,
      `update audit_entries set entry = 'x', leaf = sha256('\\x0078'::bytea) where index = 13`,
    )
    expect(told(await verifyLog(node, auditor))).toEqual(['entry-altered 13-13'])
    const report = await verifyExportFile(fileWith(await exported(node)), undefined, [])
    expect(told(report)).toEqual(['entry-altered 13-13'])
  })

  it('tells entries that its owner took out, cut off or put in', async () => {
    for (const [sql, finding] of [
      ['delete from audit_entries where index in (7, 8)', 'entries-missing 7-8'],
      [
        'delete from audit_groups where first = 5; delete from audit_entries where index = 5',
        'entries-missing 5-5',
      ],
      [
        'delete from audit_groups where first = 6; delete from audit_entries where index > 5',
        'checkpoint-ahead 6-25',
      ],
      [
        `insert into audit_entries select 26, leaf, seal, entry from audit_entries where index = 3`,
        'signature-bad 26-26',
      ],
    ] as const) {
      const node = await openNode()
      await fill(node)
      await node.close()
      const again = await openNode({ root: node.folder.root })
      await asOwner(again, sql)
      expect(told(await verifyLog(again, auditor))).toContain(finding)
    }
  })

  it('is followed by another system as it grows, which can check what it was sent', async () => {
    const node = await openNode()
    await fill(node)
    const stop = new AbortController()
    const entries: string[] = []
    const firsts: number[] = []
    for await (const lines of followLog(node, auditor, 6, stop.signal)) {
      const [group, ...rest] = lines
        .trimEnd()
        .split('\n')
        .map((line) => readExportLine(line)!)
      if (group?.kind !== 'group') throw new Error('A group begins with its note.')
      firsts.push(group.first)
      expect(readNote(group.note)?.text).toContain('caudal/')
      for (const line of rest) if (line.kind === 'entry') entries.push(line.entry.entry)
      const last = entries.at(-1) ?? ''
      // what comes while it is followed is sent too
      if (last.includes('"follow"')) {
        await auditLogOf(node).append({ actor: auditor, action: 'late', outcome: 'done' })
      }
      if (last.includes('"late"')) stop.abort()
    }
    expect(firsts[0]).toBeGreaterThanOrEqual(6)
    expect(firsts).toEqual([...new Set(firsts)].toSorted((one, other) => one - other))
    await expect(
      followLog(node, terminalActor('statistician'), 0, stop.signal).next(),
    ).rejects.toMatchObject({ code: 'policy.role-lacks-operation' })
  })

  it('that nobody touched has the root of its newest checkpoint', async () => {
    const node = await openNode()
    await fill(node)
    const report = await verifyLog(node, auditor)
    const { checkpoint } = await newestCheckpoint(node, auditor)
    expect(toBase64(report.root!)).toBe(toBase64(checkpoint.root))
    expect(readFileSync(join(node.folder.root, 'audit', 'checkpoint'), 'utf8')).toContain('caudal/')
  })
})
