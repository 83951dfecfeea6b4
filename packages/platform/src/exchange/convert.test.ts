import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { convertMessage, listMaps } from './convert-message.ts'

const folder = mkdtempSync(join(tmpdir(), 'caudal-convert-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const given = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const linesOf = (path: string) => readFileSync(path, 'utf8').trim().split('\r\n')

const heading =
  'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,MEASURE,COUNTERPART_AREA,CITIZENSHIP,BIRTH_PLACE,SEX,AGE,PURPOSE,DURATION,MODE_TRANSPORT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE'
const own = (key: string, rest: string) => `datastructure,CAUDAL:MIGRATION(1.0.0),I,${key},${rest}`

const migration = [
  heading,
  own('A,GRC,MIGRATION_IN,_T,ALB,_T,F,Y20T24,_T,long-term,_T,2019', '120,P,F,PS'),
  own('A,GBR,MIGRATION_IN,_T,_T,_T,_T,_T,_T,long-term,_T,2019', '680000,A,F,PS'),
  own('A,GRC,MIGRATION_OUT,_T,ALB,_T,F,Y20T24,_T,long-term,_T,2019', '40,A,F,PS'),
  own('A,GRC,MIGRATION_IN,_T,ALB,_T,F,Y20T24,work,long-term,_T,2019', '12,A,F,PS'),
  own('A,GRC,MIGRATION_IN,_T,AND,_T,F,Y20T24,_T,long-term,_T,2019', ',A,C,PS'),
  own('A,013,MIGRATION_IN,_T,_T,_T,_T,_T,_T,long-term,_T,2019', '9,A,F,PS'),
].join('\n')

test('immigration is written as Eurostat writes it, and what it does not tell apart is left and said', async () => {
  const out = join(folder, 'estat.csv')
  const outcome = await convertMessage(given('own.csv', migration), 'TO_ESTAT_IMMIGRATION', out)
  expect(linesOf(out)).toEqual([
    'STRUCTURE,STRUCTURE_ID,ACTION,freq,citizen,agedef,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS,OBS_FLAG',
    'datastructure,ESTAT:MIGR_IMM1CTZ(1.0),I,A,AL,COMPLET,Y20-24,NR,F,EL,2019,120,,p',
    'datastructure,ESTAT:MIGR_IMM1CTZ(1.0),I,A,TOTAL,COMPLET,TOTAL,NR,T,UK,2019,680000,,',
  ])
  expect(outcome.left).toEqual([
    { reason: 'held', component: 'MEASURE', value: 'MIGRATION_OUT', observations: 1 },
    { reason: 'held', component: 'PURPOSE', value: 'work', observations: 1 },
    { reason: 'confidential', component: 'CONF_STATUS', value: 'C', observations: 1 },
    { reason: 'code', component: 'REF_AREA', value: '013', observations: 1 },
  ])
})

test('what went to Eurostat comes back as it was', async () => {
  const there = join(folder, 'there.csv')
  const back = join(folder, 'back.csv')
  await convertMessage(given('round.csv', migration), 'TO_ESTAT_IMMIGRATION', there)
  await convertMessage(there, 'FROM_ESTAT_IMMIGRATION', back)
  expect(linesOf(back).slice(1)).toEqual([
    own('A,GRC,MIGRATION_IN,_T,ALB,_T,F,Y20T24,_T,long-term,_T,2019', '120,PS,P'),
    own('A,GBR,MIGRATION_IN,_T,_T,_T,_T,_T,_T,long-term,_T,2019', '680000,PS,'),
  ])
})

// Key of the service: REF_AREA.CITIZENSHIP.FREQ.MEASURE.SEX.BIRTH_PLACE.EDUCATION_LEV.UNIT_MEASURE
test('flows of the OECD are read as flows here; all foreigners are not everybody', async () => {
  const oecd = [
    'DATAFLOW,REF_AREA,CITIZENSHIP,FREQ,MEASURE,SEX,BIRTH_PLACE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),NZL,FJI,A,B11,_T,_Z,_Z,PS,2016,2500,A',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),NZL,FJI,A,B12,F,_Z,_Z,PS,2016,300,A',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),NZL,W,A,B11,_T,_Z,_Z,PS,2016,95000,A',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),NZL,FJI,A,B15,_T,_Z,_Z,PS,2016,50000,A',
  ].join('\n')
  const out = join(folder, 'from-oecd.csv')
  const { left } = await convertMessage(given('oecd.csv', oecd), 'FROM_OECD_MIG', out)
  expect(linesOf(out).slice(1)).toEqual([
    own('A,NZL,MIGRATION_IN,_T,FJI,_T,_T,_T,_T,long-term,_T,2016', '2500,PS,A'),
    own('A,NZL,MIGRATION_OUT,_T,FJI,_T,F,_T,_T,long-term,_T,2016', '300,PS,A'),
  ])
  expect(left).toEqual([
    { reason: 'code', component: 'CITIZENSHIP', value: 'W', observations: 1 },
    { reason: 'code', component: 'MEASURE', value: 'B15', observations: 1 },
  ])
})

test('deaths of a year are the series of indicator 10.7.3, by the numbers of M49', async () => {
  const incidents = [
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,MEASURE,INCIDENT_REGION,ROUTE,CAUSE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE',
    'datastructure,CAUDAL:INCIDENTS(1.0.0),I,A,MEX,DEAD_AND_MISSING,_T,_T,_T,2021,728,A,PS',
    'datastructure,CAUDAL:INCIDENTS(1.0.0),I,M,MEX,DEAD_AND_MISSING,_T,_T,_T,2021-01,20,A,PS',
    'datastructure,CAUDAL:INCIDENTS(1.0.0),I,A,_T,DEAD_AND_MISSING,_T,_T,_T,2021,6000,A,PS',
  ].join('\n')
  const out = join(folder, 'sdg.csv')
  await convertMessage(given('incidents.csv', incidents), 'TO_SDG_DEATHS', out)
  expect(
    linesOf(out)
      .slice(1)
      .map((line) => line.split(',').slice(3).join()),
  ).toEqual([
    'A,N,SM_DTH_MIGR,484,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2021,728,A,',
    'A,N,SM_DTH_MIGR,1,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,2021,6000,A,',
  ])
})

test('a map that is not there, or a file of another structure, is refused and leaves no file', async () => {
  const out = join(folder, 'none.csv')
  await expect(convertMessage(given('a.csv', migration), 'TO_MOON', out)).rejects.toMatchObject({
    code: 'exchange.map-unknown',
    details: { known: listMaps().join(', ') },
  })
  await expect(
    convertMessage(given('b.csv', migration), 'TO_SDG_DEATHS', out),
  ).rejects.toMatchObject({ code: 'exchange.nothing-converted' })
  expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false])
})

const stock = [
  heading,
  own('A,FRA,MIGRANT_STOCK,MAR,_T,_T,F,_T,_Z,_Z,_Z,2015', '480000,A,F,PS'),
  own('A,FRA,MIGRANT_STOCK,_T,_T,_T,_T,_T,_Z,_Z,_Z,2015', '7900000,E,F,PS'),
  own('A,XKX,MIGRANT_STOCK,ALB,_T,_T,_T,_T,_Z,_Z,_Z,2015', '30,A,F,PS'),
  own('A,FRA,MIGRANT_STOCK,_U,_T,_T,_T,_T,_Z,_Z,_Z,2015', '11,A,F,PS'),
].join('\n')

test.each([
  [
    'OECD_STOCK_BIRTH',
    'OECD.ELS.IMD:DSD_MIG_F(1.0)',
    [
      'FRA,MAR,A,B14,F,_Z,_Z,PS,2015,480000,A,',
      'FRA,W,A,B14,_T,_Z,_Z,PS,2015,7900000,E,',
      'XKV,ALB,A,B14,_T,_Z,_Z,PS,2015,30,A,',
    ],
    [{ reason: 'code', component: 'COUNTERPART_AREA', value: '_U', observations: 1 }],
  ],
  [
    'ESTAT_STOCK_BIRTH',
    'ESTAT:MIGR_POP3CTB(1.0)',
    [
      'A,MA,TOTAL,NR,F,FR,2015,480000,,',
      'A,FOR,TOTAL,NR,T,FR,2015,7900000,,e',
      'A,AL,TOTAL,NR,T,XK,2015,30,,',
      'A,UNK,TOTAL,NR,T,FR,2015,11,,',
    ],
    [],
  ],
])('stocks by origin are born abroad in %s, and come back', async (map, structure, lines, left) => {
  const [there, back] = [join(folder, `${map}.csv`), join(folder, `${map}-back.csv`)]
  const outcome = await convertMessage(given('stock.csv', stock), `TO_${map}`, there)
  expect(outcome.left).toEqual(left)
  expect(linesOf(there).slice(1)).toEqual(
    lines.map((line) => `datastructure,${structure},I,${line}`),
  )
  await convertMessage(there, `FROM_${map}`, back)
  const figures = (path: string) =>
    linesOf(path)
      .slice(1)
      .map((line) => line.split(',').slice(3, 16).join())
  expect(figures(back)).toEqual(
    stock
      .split('\n')
      .slice(1, lines.length + 1)
      .map((line) => line.split(',').slice(3, 16).join()),
  )
})

// Of the fixtures of others: the row of a country's own citizens stands in the same table there.
test('who is a citizen of the country, or born there, is no migrant of a stock', async () => {
  const oecd = [
    'DATAFLOW,REF_AREA,CITIZENSHIP,FREQ,MEASURE,SEX,BIRTH_PLACE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),DEU,SYR,A,B15,_T,_Z,_Z,PS,2023,923805,A',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),DEU,DEU,A,B15,_T,_Z,_Z,PS,2023,70000000,A',
    'OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),DEU,SYR,A,B11,_T,_Z,_Z,PS,2023,94000,A',
  ].join('\n')
  const out = join(folder, 'b15.csv')
  const { left } = await convertMessage(
    given('b15-in.csv', oecd),
    'FROM_OECD_STOCK_CITIZENSHIP',
    out,
  )
  expect(linesOf(out).slice(1)).toEqual([
    own('A,DEU,MIGRANT_STOCK,_T,SYR,_T,_T,_T,_Z,_Z,_Z,2023', '923805,PS,A'),
  ])
  expect(left).toEqual([
    { reason: 'same', component: 'CITIZENSHIP', value: 'DEU', observations: 1 },
    { reason: 'held', component: 'MEASURE', value: 'B11', observations: 1 },
  ])
  const eurostat = [
    'DATAFLOW,freq,citizen,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG',
    'ESTAT:MIGR_POP1CTZ(1.0),A,MA,Y20-24,NR,F,EL,2025,12,p',
    'ESTAT:MIGR_POP1CTZ(1.0),A,TOTAL,TOTAL,NR,T,EL,2025,10400000,',
    'ESTAT:MIGR_POP1CTZ(1.0),A,EL,TOTAL,NR,T,EL,2025,9700000,',
  ].join('\n')
  const second = await convertMessage(
    given('pop1ctz.csv', eurostat),
    'FROM_ESTAT_STOCK_CITIZENSHIP',
    out,
  )
  expect(linesOf(out).slice(1)).toEqual([
    own('A,GRC,MIGRANT_STOCK,_T,MAR,_T,F,Y20T24,_Z,_Z,_Z,2025', '12,PS,P'),
  ])
  expect(second.left.map(({ reason, value }) => `${reason} ${value}`)).toEqual([
    'code TOTAL',
    'same EL',
  ])
})
