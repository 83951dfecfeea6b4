import { describe, expect, test } from 'vitest'
import { recordOf } from './observation-record.ts'
import { readData } from './read-data.ts'

async function recordsOf(text: string) {
  const records: ReturnType<typeof recordOf>[] = []
  const source = async function* () {
    yield text
  }
  for await (const found of await readData(source, undefined)) {
    for (const one of found) records.push(recordOf(one))
  }
  return records
}

describe('the dialect of', () => {
  test('Eurostat: small letters, EL and UK, flags, a colon for nothing', async () => {
    const records =
      await recordsOf(`DATAFLOW,LAST UPDATE,freq,citizen,agedef,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
ESTAT:MIGR_IMM1CTZ(1.0),01/02/26 23:00:00,A,UK,COMPLET,TOTAL,NR,F,EL,2020,1200,b
ESTAT:MIGR_IMM1CTZ(1.0),01/02/26 23:00:00,A,XK,COMPLET,Y20-24,NR,T,EU27_2020,2020,:,c
`)
    expect(records[0]).toEqual({
      fields: {
        frequency: 'A',
        citizenship: 'GBR',
        age: '_T',
        unit: 'NR',
        sex: 'F',
        ref_area: 'GRC',
        period: '2020',
        value: '1200',
        obs_status: 'B',
      },
      besides: { agedef: 'COMPLET' },
      aggregates: [],
    })
    expect(records[1]!.fields).toMatchObject({ sex: '_T', obs_status: 'Q', ref_area: 'EU27_2020' })
    expect(records[1]!.fields.value).toBeUndefined()
    expect(records[1]!.aggregates).toContain('EU27_2020')
  })

  test('a node: its own measures, the direction of migrations in the measure', async () => {
    const records = await recordsOf(`STRUCTURE,STRUCTURE_ID,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE
dataflow,CAUDAL:POPULATION(2.0.0),SLV,POPULATION,2020,7
dataflow,CAUDAL:MIGRATIONS(2.0.0),SLV,MIGRATIONS_OUT,2020,8
dataflow,CAUDAL:UN_MIGRANT_STOCK(2.0.0),SLV,MIGRANT_STOCK,2020,9
dataflow,X:F(1.0),SLV,NOTHING_KNOWN,2020,1
`)
    expect(records.map(({ fields: { measure, direction } }) => [measure, direction])).toEqual([
      ['population', undefined],
      ['migration-flow', 'departure'],
      ['migrant-stock', undefined],
      ['NOTHING_KNOWN', undefined],
    ])
  })

  test('the OECD: its eight dimensions, W for the world', async () => {
    const records =
      await recordsOf(`DATAFLOW,REF_AREA,CITIZENSHIP,FREQ,MEASURE,SEX,BIRTH_PLACE,EDUCATION_LEV,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
OECD.ELS.IMD:DSD_MIG@DF_MIG(1.0),FRA,W,A,B11,_T,_Z,_T,PS,2021,34.5,A,3
`)
    expect(records[0]).toMatchObject({
      fields: { ref_area: 'FRA', measure: 'B11', unit: 'PS', unit_multiplier: '3', value: '34.5' },
      besides: {},
      aggregates: ['W'],
    })
  })

  test('the ILO: prefixes of its codes', async () => {
    const records =
      await recordsOf(`DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS
ILO:DF_MST_FORP_SEX(1.0),SLV,A,MST_FORP_NB,SEX_M,AGE_TOTAL,2019,7.25,
`)
    expect(records[0]!.fields).toMatchObject({ ref_area: 'SLV', sex: 'M', age: '_T' })
  })

  test('the UN service of the SDGs: structure-specific XML, the figure as text', async () => {
    const records = await recordsOf(`<?xml version="1.0"?>
<mes:StructureSpecificData xmlns:mes="m"><mes:Header><mes:Structure dimensionAtObservation="TIME_PERIOD"/></mes:Header>
<mes:DataSet action="Append"><Series FREQ="A" SERIES="SM_POP_REFG_OR" REF_AREA="222" SEX="_T" UNIT_MEASURE="PS" UNIT_MULT="0">
<Obs TIME_PERIOD="2022" OBS_VALUE="64912" OBS_STATUS="E"/><Obs TIME_PERIOD="2023" OBS_VALUE="NaN"/></Series></mes:DataSet></mes:StructureSpecificData>`)
    expect(records[0]!.fields).toMatchObject({
      measure: 'SM_POP_REFG_OR',
      ref_area: 'SLV',
      period: '2022',
      value: '64912',
      obs_status: 'E',
    })
    expect(records[1]!.fields).toMatchObject({ period: '2023', obs_status: 'O' })
  })

  test('.Stat: SDMX-JSON of before 2.0, everything in one flat table', async () => {
    const values = (...ids: string[]) => ids.map((id) => ({ id, name: id }))
    const message = {
      header: { id: 'x' },
      structure: {
        dimensions: {
          observation: [
            { id: 'LOCATION', values: values('MEX', 'OECD') },
            { id: 'VAR', values: values('INFLOW') },
            { id: 'TIME_PERIOD', values: values('2018', '2019') },
          ],
        },
        attributes: { observation: [{ id: 'OBS_STATUS', values: values('P') }] },
      },
      dataSets: [
        { action: 'Information', observations: { '0:0:0': [10, null], '1:0:1': [99, 0] } },
      ],
    }
    const records = await recordsOf(JSON.stringify(message))
    expect(records.map(({ fields }) => [fields.ref_area, fields.period, fields.value])).toEqual([
      ['MEX', '2018', '10'],
      ['OECD', '2019', '99'],
    ])
    expect(records[1]).toMatchObject({ fields: { obs_status: 'P' }, aggregates: ['OECD'] })
  })
})
