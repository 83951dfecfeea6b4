import { expect, test } from 'vitest'
import { keeper, statistician } from '../../govern/testing-actors.ts'
import { openTestServer, type Enrolled } from '../../app/server/testing-server.ts'
import { listCubeStates } from '../../measure/cube-states.ts'
import { buildCubes } from '../../measure/service.ts'
import { moveRecords, snapshot, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { importFile } from '../service.ts'
import { crossingsProfile, writeImport } from '../testing-import.ts'
import type { describeLines } from './describe-lines.ts'
import type { NewCode } from './plan-codes.ts'
import { addCodes, endCode, listOwnCodes, takeInCodes } from './service.ts'

type Told = ReturnType<typeof describeLines>

const place = { institution: 'hn-inm', country: 'HND' }
const header = 'list,code,es,en,fr,parent,counts_as,aliases,valid_from,valid_to,because'
const lines = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`
const row = (code: string, name: string, validTo = '') =>
  `purpose,${code},${name},${name} en,${name} fr,,religion,,2020-01-01,${validTo},Acuerdo 12-2019`

function send({ browser }: Enrolled, path: string, content: string | Buffer, query = '') {
  return browser.send({
    method: 'POST',
    url: `/api/collect/codes/file${path}?file=codigos.csv&language=es${query}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(content),
  })
}

async function withKeeper(work: (node: CaudalNode, ana: Enrolled) => Promise<void>): Promise<void> {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    await work(node, await here.enrol('ana', ['data-officer'], place))
  })
}

test('a file of codes is looked at line by line, changes nothing where one is refused, and goes in whole', async () => {
  await withKeeper(async (node, ana) => {
    const first = await send(ana, '', lines(row('HN-romeria', 'Romería'), row('HN-feria', 'Feria')))
    expect(first.json()).toEqual({ added: 2, ended: 0, same: 0 })

    // a name that is too long is not cut off in silence
    const long = await send(ana, '', lines(row('HN-larga', 'Ñ'.repeat(201))))
    expect(long.json()).toMatchObject({ code: 'collect.codes.text-too-long' })

    const mixed = lines(
      row('HN-romeria', 'Romería'),
      row('HN-feria', 'Feria', '2024-12-31'),
      row('HN-retiro', 'Retiro'),
      'motivos,HN-x,Equis,Ex,Ix,,religion,,2020-01-01,,Ley',
      row('HN-otro', 'Retiro'),
      // each would lie in the other
      'departments,HN-90,Norte,North,Nord,HN-91,,,2020-01-01,,Ley',
      'departments,HN-91,Sur,South,Sud,HN-90,,,2020-01-01,,Ley',
    )
    const looked = (await send(ana, '/reading', mixed)).json<Told>()
    expect(looked.counts).toEqual({ refuse: 4, add: 1, end: 1, same: 1 })
    expect(looked.lines.map(({ row: at, act, code }) => [at, act, code])).toEqual([
      [4, 'refuse', 'HN-x'],
      [5, 'refuse', 'HN-otro'],
      [6, 'refuse', 'HN-90'],
      [7, 'refuse', 'HN-91'],
      [3, 'add', 'HN-retiro'],
      [2, 'end', 'HN-feria'],
    ])
    expect(looked.lines[0]?.what).toBe('No hay ninguna lista de códigos «motivos».')
    expect(looked.lines[1]?.what).toContain('HN-retiro')
    const refused = await send(ana, '', mixed)
    expect(refused.json<{ title: string }>().title).toMatch(/^Registro 4, código HN-x: /)
    expect(await listOwnCodes(node, keeper)).toHaveLength(2)

    const whole = mixed.split('\n').slice(0, 4).join('\n')
    expect((await send(ana, '', whole)).json()).toEqual({ added: 1, ended: 1, same: 1 })
    const kept = await listOwnCodes(node, keeper, 'purpose')
    expect(kept.map(({ code, version, validTo }) => [code, version, validTo])).toEqual([
      ['HN-romeria', 1, undefined],
      ['HN-feria', 2, '2024-12-31'],
      ['HN-retiro', 1, undefined],
    ])
    const written = (await ana.browser.get('/api/collect/codes.csv')).body
    expect((await send(ana, '', written)).json()).toEqual({ added: 0, ended: 0, same: 3 })
  })
})

test('a file that is no file of codes is refused with what to do', async () => {
  await withKeeper(async (node, ana) => {
    const codeOf = async (content: string | Buffer) =>
      (await send(ana, '/reading', content)).json<{ code: string }>().code
    expect(await codeOf('lista,codigo\npurpose,x\n')).toBe('plain-file.column-missing')
    expect(await codeOf('')).toBe('plain-file.file-empty')
    expect(await codeOf(Buffer.from(lines(row('HN-a', 'Peregrinación')), 'latin1'))).toBe(
      'plain-file.file-not-utf8',
    )
    expect(await codeOf(Buffer.from('PK\u0003\u0004 workbook'))).toBe('plain-file.file-unreadable')
    expect(await codeOf(lines('purpose,"HN-a'))).toBe('plain-file.quote-open')
    const many = (count: number) =>
      lines(...Array.from({ length: count }, (_, n) => row(`HN-${n}`, `Motivo ${n}`)))
    expect(await codeOf(many(5001))).toBe('collect.codes.too-many')
    const whole = await send(ana, '', many(5000))
    expect(whole.json()).toEqual({ added: 5000, ended: 0, same: 0 })
    expect(await listOwnCodes(node, keeper)).toHaveLength(5000)

    const reasonless = lines('purpose,HN-b,Uno,One,Un,,work,,2020-01-01,,')
    expect((await send(ana, '/reading', reasonless)).json<Told>().lines[0]?.what).toContain('HN-b')
    const because = '&because=Acuerdo%2030-2020'
    expect((await send(ana, '/reading', reasonless, because)).json<Told>().counts.add).toBe(1)

    const here = await openTestServer(node)
    const luis = await here.enrol('luis', ['entry-clerk'], place)
    expect((await send(luis, '/reading', reasonless, because)).statusCode).toBe(403)
  })
})

const municipality: NewCode = {
  list: 'municipalities',
  code: 'HN0199',
  label: { es: 'Villa Nueva del Mar', en: 'Villa Nueva del Mar', fr: 'Villa Nueva del Mar' },
  parent: 'HN01',
  validFrom: '2020-01-01',
  because: 'Decreto 3-2019',
}
const profile = crossingsProfile({
  fields: {
    country: { constant: 'HND' },
    crossed_on: { column: 'fecha', date: 'yyyy-MM-dd' },
    direction: { constant: 'arrival' },
    purpose: { column: 'motivo' },
  },
})
/** SYNTHETIC crossings. */
const crossings = (...rows: string[]) =>
  writeImport(`${['fecha,motivo', ...rows].join('\n')}\n`, { profile })
const pilgrimage: NewCode = {
  list: 'purpose',
  code: 'HN-romeria',
  label: { es: 'Romería', en: 'Pilgrimage', fr: 'Pèlerinage' },
  standard: 'religion',
  validFrom: '2020-01-01',
  because: 'Acuerdo 12-2019',
}

test('a place that is added is offered at once, and cubes are behind when records of it come', async () => {
  await withKeeper(async (node, ana) => {
    await importFile(node, keeper, crossings('2020-03-05,Turismo'))
    await buildCubes(node, statistician, { only: ['movements'] })
    const stateOf = async () =>
      (await listCubeStates(node)).find(({ cube }) => cube.id === 'movements')?.state
    const listed = async (list: string) =>
      (await ana.browser.get(`/api/collect/codes/${list}?language=es`)).body
    expect(await listed('municipalities')).not.toContain('Villa Nueva del Mar')

    await addCodes(node, { ...keeper, ...place }, [municipality, pilgrimage])
    expect(await listed('municipalities')).toContain('Villa Nueva del Mar')
    // no record bears it, so that no figure is another
    expect(await stateOf()).toBe('built')

    await importFile(node, keeper, crossings('2020-03-06,Romería'))
    expect(await stateOf()).toBe('stale')
    await buildCubes(node, statistician, { only: ['movements'] })
    expect(await stateOf()).toBe('built')
  })
})

test('a record that is set aside, or comes while a code is being ended, bears the code all the same', async () => {
  await withNode(async (node) => {
    await addCodes(node, { ...keeper, ...place }, [pilgrimage])
    await importFile(node, keeper, crossings('2020-03-05,Romería'))
    const { batches, files } = await snapshot(node, 'movement')
    const [found] = await node.lake.rows<{ id: string }>(
      `select cast(record_id as varchar) as id from read_parquet('${files.facts[0]!}')`,
    )
    await moveRecords(node, batches[0]!.id, [found!.id], 'aside')
    const end = { list: 'purpose', code: 'HN-romeria', on: '2020-03-04', because: 'Acuerdo 1-2020' }
    const inUse = { code: 'collect.codes.code-in-use' }
    await expect(endCode(node, keeper, end)).rejects.toMatchObject(inUse)
    const sent = { ...pilgrimage, validTo: '2020-03-04' }
    await expect(takeInCodes(node, keeper, [sent])).rejects.toMatchObject(inUse)
    await endCode(node, keeper, { ...end, on: '2020-03-05' })
  })
})
