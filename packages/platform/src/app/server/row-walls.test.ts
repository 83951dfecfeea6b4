import { Client } from 'pg'
import { expect, it } from 'vitest'
import type { Sight } from '@caudal/methods/govern'
import { addVersion } from '../../govern/registers/documents.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { type CaudalNode, listBatches, listDatasets, withSight } from '../../store/index.ts'
import { describeOnBothRegisters, describeOnPostgres } from '../../store/testing.ts'
import { openTestServer } from './testing-server.ts'

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString()

/** Two institutions of two countries, a dataset each, and one that the register gives to nobody. */
async function receiveOfTwo(node: CaudalNode): Promise<void> {
  for (const [dataset, owner, country] of [
    ['posts-hn', 'hn-inm', 'HND'],
    ['posts-gt', 'gt-igm', 'GTM'],
    ['found', undefined, undefined],
  ] as const) {
    await receiveFacts(node, { recordType: 'movement', dataset, records: [{ sex: 'female' }] })
    if (owner === undefined) continue
    await put(node, 'dataset', dataset, { owner, country, activity: 'crossings' })
  }
  await node.register.query(
    `insert into restricted_records (batch, record_id, request) select id, '1', 'r1' from batches`,
  )
  await node.register.query(
    `insert into erased_records (batch, record_id, reason) select id, '2', 'r2' from batches`,
  )
}

const put = async (
  node: CaudalNode,
  register: 'dataset' | 'agreement' | 'derogation',
  id: string,
  content: object,
  after = 0,
) => await addVersion(node.register, register, id, content, after, 'berta')

const agreement = {
  title: 'Crossings for the neighbour',
  provider: { institution: 'gt-igm', country: 'GTM' },
  recipient: { institution: 'hn-inm', country: 'HND' },
  purposes: ['statistics'],
  fields: { movement: ['sex'] },
  from: day(-30).slice(0, 10),
  until: day(30).slice(0, 10),
  retentionDays: 30,
}

const ofHonduras: Sight = { of: 'institution', institution: 'hn-inm', country: '', actor: 'ana' }

/** Whose rows there are, by a query that forgot to ask whose it may see. */
const forgetful = {
  datasets: 'select id as dataset from datasets order by 1',
  batches: 'select dataset from batches order by 1',
  restricted_records:
    'select b.dataset from restricted_records r left join batches b on b.id = r.batch order by 1',
  erased_records:
    'select b.dataset from erased_records r left join batches b on b.id = r.batch order by 1',
}

async function seenOf(node: CaudalNode, sight: Sight): Promise<string[]> {
  const seen = await Promise.all(
    Object.values(forgetful).map((sql) =>
      withSight(sight, () => node.register.query<{ dataset: string }>(sql)),
    ),
  )
  const [first, ...others] = seen.map((rows) => rows.map(({ dataset }) => dataset))
  for (const other of others) expect(other).toEqual(first)
  return first!
}

describeOnPostgres('The wall before rows of institutions', (postgres) => {
  it('shows each institution its own, whatever the query forgot, and nobody anything', async () => {
    const node = await postgres.openNode()
    await receiveOfTwo(node)
    expect(await seenOf(node, { of: 'node' })).toEqual(['found', 'posts-gt', 'posts-hn'])
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-hn'])
    expect(await seenOf(node, { ...ofHonduras, institution: 'gt-igm' })).toEqual(['posts-gt'])
    expect(await seenOf(node, { ...ofHonduras, institution: '' })).toEqual([])
    expect(await seenOf(node, { of: 'nobody' })).toEqual([])
    // the rights of persons reach every institution of the country, and no further
    const rights: Sight = { ...ofHonduras, institution: 'hn-other', country: 'GTM' }
    expect(await seenOf(node, rights)).toEqual(['posts-gt'])
    // in a transaction as well, and no connection keeps the sight of the one before
    const within = await withSight(ofHonduras, () =>
      node.register.transaction((transaction) => transaction.query(forgetful.batches)),
    )
    expect(within).toEqual([{ dataset: 'posts-hn' }])
    expect(await listDatasets(node)).toHaveLength(3)
    expect(await withSight(ofHonduras, () => listBatches(node))).toHaveLength(1)
  })

  it('opens with an agreement in force or a derogation, and closes with it', async () => {
    const node = await postgres.openNode()
    await receiveOfTwo(node)
    const signed = { by: 'berta', on: day(-1).slice(0, 10) }
    await put(node, 'agreement', 'draft', { ...agreement, signedByProvider: signed })
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-hn'])
    const both = { ...agreement, signedByProvider: signed, signedByRecipient: signed }
    await put(node, 'agreement', 'draft', both, 1)
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-gt', 'posts-hn'])
    expect(await seenOf(node, { ...ofHonduras, institution: 'gt-igm' })).toEqual(['posts-gt'])
    await put(node, 'agreement', 'draft', { ...both, endedOn: day(0).slice(0, 10) }, 2)
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-hn'])
    const derogation = {
      requestedBy: 'ana',
      because: 'a person is missing',
      purpose: 'collection',
      recordType: 'movement',
      owner: 'gt-igm',
      fields: ['sex'],
      until: day(1),
    }
    await put(node, 'derogation', 'search', derogation)
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-hn'])
    const approved = { ...derogation, approvedBy: 'berta', approvedAt: day(-1) }
    await put(node, 'derogation', 'search', approved, 1)
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-gt', 'posts-hn'])
    expect(await seenOf(node, { ...ofHonduras, actor: 'eva' })).toEqual(['posts-hn'])
    await put(node, 'derogation', 'search', { ...approved, revokedAt: day(-0.5) }, 2)
    expect(await seenOf(node, ofHonduras)).toEqual(['posts-hn'])
  })

  it('lets nobody write what is not in sight', async () => {
    const node = await postgres.openNode()
    await receiveOfTwo(node)
    const as = (sql: string) => withSight(ofHonduras, () => node.register.query(sql))
    expect(await as(`update batches set status = 'withdrawn' returning dataset`)).toEqual([
      { dataset: 'posts-hn' },
    ])
    expect(await as(`delete from restricted_records returning request`)).toHaveLength(1)
    await expect(as(`update batches set dataset = 'posts-gt'`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(
      as(
        `insert into datasets (id, record_type, title, source, synthetic)
         values ('mine', 'movement', '{}', '{}', false)`,
      ),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await node.register.query(`select from batches where status = 'accepted'`)).toHaveLength(
      2,
    )
  })

  it('holds the role that owns the tables, and a session that does not say whose it is', async () => {
    const node = await postgres.openNode()
    await receiveOfTwo(node)
    const [{ database } = { database: '' }] = await node.register.query<{ database: string }>(
      'select current_database() as database',
    )
    for (const role of ['caudal_owner', 'caudal_app'] as const) {
      const client = new Client({ connectionString: postgres.addressOf(role, database) })
      await client.connect()
      try {
        for (const sql of Object.values(forgetful)) {
          expect((await client.query(sql)).rows).toEqual([])
        }
        await client.query(`set caudal.sight = 'everything'`)
        expect((await client.query(forgetful.batches)).rows).toEqual([])
        await client.query(`set caudal.sight = 'institution'; set caudal.institution = 'gt-igm'`)
        expect((await client.query(forgetful.batches)).rows).toEqual([{ dataset: 'posts-gt' }])
        // a backup that would leave rows out in silence is refused
        await client.query('set row_security = off')
        await expect(client.query(forgetful.batches)).rejects.toMatchObject({ code: '42501' })
      } finally {
        await client.end()
      }
    }
  })

  it('stands between a request and the rows, before and after its body has come', async () => {
    const node = await postgres.openNode()
    await receiveOfTwo(node)
    const here = await openTestServer(node)
    const read = async () => ({ rows: await node.register.query(forgetful.batches) })
    const records = { config: { access: { operation: 'collect.read-records' } } } as const
    here.server.get('/api/forgetful', records, read)
    here.server.post('/api/forgetful', records, read)
    here.server.get(
      '/api/forgetful/lists',
      { config: { access: { operation: 'collect.read-batches' } } },
      read,
    )
    here.server.get('/api/forgetful/page', { config: { access: { open: 'page' } } }, read)
    const { browser } = await here.enrol('officer', ['data-officer'], {
      institution: 'hn-inm',
      country: 'HND',
    })
    const own = { rows: [{ dataset: 'posts-hn' }] }
    expect((await browser.get('/api/forgetful')).json()).toEqual(own)
    expect((await browser.post('/api/forgetful', { any: 'x'.repeat(100_000) })).json()).toEqual(own)
    // the list of batches is not bound to an institution, so neither is what it may come upon
    expect((await browser.get('/api/forgetful/lists')).json<typeof own>().rows).toHaveLength(3)
    expect((await browser.get('/api/forgetful/page')).json()).toEqual({ rows: [] })
    expect((await here.browser().get('/api/forgetful')).statusCode).toBe(401)
    await here.close()
  })
})

describeOnBothRegisters('Every table with rows of a dataset or of a batch', (openTestNode) => {
  it('stands behind the wall, forced', async () => {
    const { register } = await openTestNode()
    const tables = await register.query<{ name: string; walled: boolean }>(
      `select c.relname as name,
         c.relrowsecurity and c.relforcerowsecurity
           and exists (select from pg_policy where polrelid = c.oid) as walled
       from pg_class as c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and (c.relname = 'datasets' or exists (
           select from pg_attribute as a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('dataset', 'batch', 'batch_id', 'dataset_id')))
       order by 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(forgetful)))
    expect(tables.filter(({ walled }) => !walled)).toEqual([])
  })

  it('and every table in which an institution keeps something sealed by a key, as well', async () => {
    const { register } = await openTestNode()
    const tables = await register.query<{ name: string; walled: boolean }>(
      `select c.relname as name,
         c.relrowsecurity and c.relforcerowsecurity
           and exists (select from pg_policy where polrelid = c.oid) as walled
       from pg_class as c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and 2 = (
           select count(*) from pg_attribute as a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('institution', 'wrapped_key'))
       order by 1`,
    )
    expect(tables).toEqual(
      ['batches', 'form_entries', 'submissions'].map((name) => ({ name, walled: true })),
    )
  })
})
