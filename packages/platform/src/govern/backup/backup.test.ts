import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type CaudalNode, listBatches, openNode } from '../../store/index.ts'
import { describeOnPostgres, withTestFolder } from '../../store/testing.ts'
import { verifyLog } from '../audit/service.ts'
import { eraseRecords } from '../erasure/erase-records.ts'
import { digestsOfRecords } from '../erasure/known-again.ts'
import { openErasureSecret, rememberErased } from '../erasure/person-digests.ts'
import { terminalActor } from '../terminal-actor.ts'
import { getDocument } from '../registers/documents.ts'
import { putDocument, signAgreement } from '../registers/service.ts'
import { eraseForRequest, liftForRequest, restrictForRequest } from '../requests/service.ts'
import { backUp, restore } from './service.ts'
import { rowsOfRegister } from './testing-register-rows.ts'
import {
  administrator,
  officer,
  persons,
  receive,
  recordOf,
} from '../../collect/testing-three-persons.ts'
import { withInstitutions } from '../testing-institutions.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-backup-'))
  folders.push(folder)
  return folder
}

const agreement = {
  title: 'Crossings',
  provider: { institution: 'hn-inm', country: 'HND' },
  recipient: { institution: 'hn-ine', country: 'HND' },
  purposes: ['statistics'],
  fields: { movement: ['sex'] },
  from: '2026-01-01',
  until: '2099-12-31',
  retentionDays: 30,
}

/** The agreement as it stands, ended where it was not. */
async function currentAgreement(node: CaudalNode): Promise<object> {
  const { content } = await getDocument(node.register, 'agreement', 'ine')
  return { endedOn: '2026-06-02', ...content }
}

function filesOf(node: CaudalNode): Record<string, string> {
  return Object.fromEntries(
    readdirSync(node.folder.lake, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(node.folder.root.length),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )
}

async function identitiesOf(node: CaudalNode): Promise<string[]> {
  const names: string[] = []
  for (const batch of await listBatches(node)) {
    const file = batch.files.find(({ kind }) => kind === 'identities')!
    const plain = join(node.folder.workspace, `test-${batch.id}.parquet`)
    const key = node.keyring.unwrapDataKey(batch.wrappedKey!)
    await node.keyring.decryptFile(join(node.folder.root, file.path), plain, key)
    const rows = await node.lake.rows<{ given_names: string }>(
      `select given_names from read_parquet('${plain}') order by 1`,
    )
    rmSync(plain)
    names.push(...rows.map((row) => row.given_names))
  }
  return names
}

describeOnPostgres('A backup', ({ openNode: openNodeHere }) => {
  const openTestNode = withInstitutions(openNodeHere)

  it('restores register and lake without a difference, to the last state and to an earlier one', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const boundary = join(node.folder.boundaries, 'set', 'areas.json')
    mkdirSync(join(node.folder.boundaries, 'set'), { recursive: true })
    writeFileSync(boundary, '{}')
    const [rowsBefore, filesBefore] = [await rowsOfRegister(node), filesOf(node)]
    const first = await backUp(node, administrator, { folder })
    await new Promise((resume) => setTimeout(resume, 5))
    await receive(node, 2)
    const [rowsAfter, filesAfter] = [await rowsOfRegister(node), filesOf(node)]
    const second = await backUp(node, administrator, { folder })
    expect(second.base).toBe(first.id)
    expect(second.manifest.filter(({ archive }) => archive === second.id)).toHaveLength(2)

    const nodeKeys = [join(node.folder.keys, 'node.key')]
    for (const [at, rows, files] of [
      [undefined, rowsAfter, filesAfter],
      [first.at, rowsBefore, filesBefore],
    ] as const) {
      const to = join(newFolder(), 'restored')
      const done = await restore({
        from: folder,
        to,
        nodeKeys,
        registerUrl: '',
        ...(at === undefined ? {} : { at }),
      })
      expect(done.erasedAgain).toBe(0)
      const again = await openNode({ root: to, registerUrl: '', memoryLimit: 512 * 2 ** 20 })
      try {
        // the log goes on with the restore itself
        const audit = ['audit_entries', 'audit_groups']
        const restored = await rowsOfRegister(again)
        for (const table of Object.keys(rows)) {
          const expected = rows[table]!
          if (!audit.includes(table)) expect(restored[table]).toEqual(expected)
          else expect(restored[table]!.slice(0, expected.length)).toEqual(expected)
        }
        expect(filesOf(again)).toEqual(files)
        expect(readFileSync(join(to, 'boundaries', 'set', 'areas.json'), 'utf8')).toBe('{}')
        expect((await verifyLog(again, terminalActor('auditor'))).findings).toEqual([])
        expect((await identitiesOf(again)).slice(0, 3)).toEqual(persons)
        // numbers go on where they were: no batch gets the number of another
        await receive(again, 3)
        expect((await listBatches(again)).at(-1)!.id).toBeGreaterThan(
          Number(JSON.parse(rows['batches']!.at(-1)!).id),
        )
      } finally {
        await again.close()
      }
    }
  })

  it('does not bring back a person who was erased after it', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const oldest = await backUp(node, administrator, { folder })
    const erasedId = await recordOf(node, 0, 1)
    const [batch] = await listBatches(node)
    const oldFiles = batch!.files.map(({ path }) => join(node.folder.root, path))
    const places = [{ batch: batch!.id, recordId: erasedId }]
    const digests = await digestsOfRecords(node, places)
    const erased = await eraseRecords(node, places, 'request:1', (transaction) =>
      rememberErased(transaction, digests, 'request:1'),
    )
    expect(erased).toBe(1)
    expect(await identitiesOf(node)).toEqual(['Ximena', 'Zoila'])
    for (const path of oldFiles) expect(() => readFileSync(path)).toThrow('ENOENT')
    await new Promise((resume) => setTimeout(resume, 5))
    await backUp(node, administrator, { folder })
    const to = join(newFolder(), 'restored')
    const done = await restore({
      from: folder,
      to,
      at: oldest.at,
      nodeKeys: [join(node.folder.keys, 'node.key')],
      registerUrl: '',
    })
    expect(done.erasedAgain).toBe(1)
    const again = await openNode({ root: to, registerUrl: '', memoryLimit: 512 * 2 ** 20 })
    try {
      expect(await identitiesOf(again)).toEqual(['Ximena', 'Zoila'])
      const [restored] = await listBatches(again)
      expect(restored).toMatchObject({ rowsAccepted: 2, rowsRead: 3 })
      // and is known again, should the records be sent once more
      const secrets = [node, again].map(({ register, keyring }) =>
        openErasureSecret(register, keyring),
      )
      expect(new Set(await Promise.all(secrets)).size).toBe(1)
      const known = 'select digest from erased_persons order by 1'
      expect(await again.register.query(known)).toEqual(await node.register.query(known))
      expect(await again.register.query(known)).toHaveLength(2)
      expect(filesOf(again)).not.toHaveProperty(oldFiles[0]!.slice(node.folder.root.length))
    } finally {
      await again.close()
    }
  })

  it('is rehearsed from the oldest one kept: what persons obtained since it holds', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const put = (register: string, id: string, content: object, after = 0) =>
      putDocument(node, officer, { register, id, content: { ...content }, after })
    const { version } = await put('agreement', 'ine', agreement)
    await signAgreement(node, officer, 'ine', 'provider', '2026-01-01')
    await signAgreement(
      node,
      { ...officer, id: 'terminal:carla' },
      'ine',
      'recipient',
      '2026-01-01',
    )
    const oldest = await backUp(node, administrator, { folder })

    const [batch] = await listBatches(node)
    const ask = async (kind: string, id: string, place: number) =>
      await put('request', id, {
        kind,
        receivedOn: '2026-06-01',
        dueOn: '2026-07-01',
        owner: 'hn-inm',
        identityCheckedBy: 'berta',
        records: [{ batch: batch!.id, record: await recordOf(node, 0, place) }],
        state: 'verified',
      })
    await ask('restriction', 'r1', 2)
    await restrictForRequest(node, officer, 'r1', '2026-06-01', async () => {})
    await backUp(node, administrator, { folder })
    await ask('erasure', 'r2', 0)
    await eraseForRequest(node, officer, 'r2', '2026-06-02', async () => {})
    await put('agreement', 'ine', await currentAgreement(node), version + 2)
    await backUp(node, administrator, { folder })

    const to = join(newFolder(), 'restored')
    let rebuilt = 0
    const done = await restore({
      from: folder,
      to,
      at: oldest.at,
      nodeKeys: [join(node.folder.keys, 'node.key')],
      registerUrl: '',
      rebuild: async () => void (rebuilt += 1),
    })
    expect(done).toMatchObject({ erasedAgain: 1, restrictedAgain: 1, endedAgain: 1 })
    expect(rebuilt).toBe(1)
    const again = await openNode({ root: to, registerUrl: '', memoryLimit: 512 * 2 ** 20 })
    try {
      expect(await identitiesOf(again)).toEqual(['Yolanda'])
      expect(await listBatches(again)).toMatchObject([{ rowsAccepted: 1, rowsWithheld: 1 }])
      const { content } = await getDocument(again.register, 'agreement', 'ine')
      expect(content.endedOn).toBe('2026-06-02')
      expect((await verifyLog(again, terminalActor('auditor'))).findings).toEqual([])
      // the request is known, so that the restriction can be lifted
      const lifted = await liftForRequest(
        again,
        officer,
        'r1',
        'done',
        '2026-06-03',
        async () => {},
      )
      expect(lifted.lifted).toBe(1)
      expect(await identitiesOf(again)).toEqual(['Yolanda', 'Zoila'])
    } finally {
      await again.close()
    }
  })
})

describeOnPostgres('A backup of an embedded register', ({ createDatabase, addressOf }) => {
  it('restores to an empty database of a server', async () => {
    await withTestFolder(async (openHere) => {
      const node = await openHere()
      await receive(node, 1)
      const folder = newFolder()
      const rows = await rowsOfRegister(node)
      await backUp(node, administrator, { folder })
      const database = await createDatabase()
      const to = join(newFolder(), 'restored')
      const addresses = {
        registerUrl: addressOf('caudal_app', database),
        registerOwnerUrl: addressOf('caudal_owner', database),
      }
      await restore({
        from: folder,
        to,
        nodeKeys: [join(node.folder.keys, 'node.key')],
        ...addresses,
      })
      const again = await openNode({ root: to, ...addresses, memoryLimit: 512 * 2 ** 20 })
      try {
        const without = ['audit_entries', 'audit_groups']
        const kept = Object.entries(rows).filter(([table]) => !without.includes(table))
        expect(await rowsOfRegister(again, without)).toEqual(Object.fromEntries(kept))
        await expect(again.register.query('delete from audit_entries')).rejects.toThrow(
          /append-only|permission denied/,
        )
      } finally {
        await again.close()
      }
    })
  })
})

it('A backup that is damaged, cut, of another key or without its base restores nothing', async () => {
  await withTestFolder(async (openHere) => {
    const node = await openHere()
    const folder = newFolder()
    await receive(node, 1)
    const first = await backUp(node, administrator, { folder })
    await new Promise((resume) => setTimeout(resume, 5))
    await receive(node, 2)
    const second = await backUp(node, administrator, { folder })
    const nodeKeys = [join(node.folder.keys, 'node.key')]
    const refuses = async (code: string, options: { nodeKeys?: string[]; at?: string } = {}) => {
      const to = join(newFolder(), 'restored')
      await expect(
        restore({ from: folder, to, nodeKeys, registerUrl: '', ...options }),
      ).rejects.toMatchObject({ code })
      expect(() => readdirSync(to)).toThrow('ENOENT')
      expect(() => readdirSync(`${to}.restoring`)).toThrow('ENOENT')
    }
    const whole = readFileSync(second.path)
    for (const at of [whole.length - 20, 700]) {
      const damaged = Buffer.from(whole)
      damaged[at] = damaged[at]! ^ 1
      writeFileSync(second.path, damaged)
      await refuses('backup.since-unknown')
    }
    writeFileSync(second.path, whole.subarray(0, whole.length - 100))
    await refuses('backup.since-unknown')
    writeFileSync(second.path, whole)
    const otherKey = join(newFolder(), 'key')
    writeFileSync(otherKey, Buffer.alloc(32, 7))
    await refuses('backup.key-other', { nodeKeys: [otherKey] })
    const noKey = join(newFolder(), 'letter.txt')
    writeFileSync(noKey, 'nothing of a key')
    await refuses('backup.key-malformed', { nodeKeys: [noKey] })
    await refuses('backup.key-unreadable', { nodeKeys: [join(newFolder(), 'none')] })
    await refuses('backup.none-found', { at: '2001-01-01' })
    await refuses('backup.moment-malformed', { at: 'yesterday' })
    const base = readFileSync(first.path)
    rmSync(first.path)
    await refuses('backup.base-missing')
    writeFileSync(first.path, base)
    await expect(
      restore({ from: folder, to: node.folder.root, nodeKeys, registerUrl: '' }),
    ).rejects.toMatchObject({ code: 'backup.target-not-empty' })
  })
})
