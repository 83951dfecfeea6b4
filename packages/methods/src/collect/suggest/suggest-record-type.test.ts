import { describe, expect, test } from 'vitest'
import { listCodeLists } from '../../vocabulary/code-lists/index.ts'
import { listRecordTypes } from '../records/index.ts'
import { sampleColumns } from './sampled-column.ts'
import { isRecordTypeSure, suggestRecordTypes } from './suggest-record-type.ts'

const findCodeList = (id: string) => listCodeLists().find((list) => list.id === id)

/** SYNTHETIC: what is suggested for a table written as lines of values parted by bars. */
function suggested(header: string, ...lines: readonly string[]) {
  const cells = (line: string) => line.split('|').map((cell) => cell.trim())
  const columns = sampleColumns(cells(header), lines.map(cells))
  const ranked = suggestRecordTypes(columns, listRecordTypes(), { findCodeList })
  const [best] = ranked
  const fields = Object.fromEntries(best!.fields.map(({ column, field }) => [column, field]))
  return {
    best: best!,
    type: best!.recordType.id,
    ranked,
    fields,
    isSure: isRecordTypeSure(ranked),
  }
}

describe('a record type is told from the columns that few types have', () => {
  test.each([
    ['movement', 'Fecha|Sentido|Puesto|Nacionalidad|Sexo', '05/03/2024|Entrada|Corinto|HND|F'],
    [
      'movement',
      'Travel date|In/Out|Port|Nationality|DOB',
      '2024-03-05|Arrival|Cayo|BLZ|1988-08-17',
    ],
    [
      'movement',
      'Date de passage|Entrée/Sortie|Poste|Né le',
      '05/03/2024|Sortie|Malpasse|17/08/1988',
    ],
    [
      'movement',
      'FCH|T_MOV|PTO|CD_NAC|SX|FCH_NAC|NO_DOC',
      '05/03/2024|ENT|4|HN|F|17/08/1988|A123456',
    ],
    [
      'permit',
      'Fecha solicitud|Categoría|Resultado|Sexo',
      '05/03/2024|Residencia temporal|Denegada|M',
    ],
    ['permit', 'Application date|Permit category|Outcome|Sex', '2024-03-05|Work permit|Granted|F'],
    [
      'permit',
      'Date de dépôt|Type de titre|Décision|Sexe',
      '05/03/2024|Permis de travail|Accordé|H',
    ],
    [
      'residence',
      'Fecha de alta|Fecha de baja|Motivo de baja|Sexo',
      '05/03/2020|01/02/2024|Defunción|F',
    ],
    [
      'residence',
      'Registered on|Deregistered on|Reason for deregistration',
      '2020-03-05|2024-02-01|Death',
    ],
    [
      'residence',
      'date_inscription|date_radiation|statut_migratoire',
      '2020-03-05||Résident permanent',
    ],
    [
      'return',
      'Fecha|Tipo retorno|País|Sexo|Edad|Departamento',
      '05/03/2024|Deportado|MEX|F|22|Cortés',
    ],
    [
      'return',
      'Return date|Type of return|Sending country|Sex|Age',
      '2024-03-05|Deportation|Mexico|M|31',
    ],
    [
      'return',
      'date_retour|type_retour|pays_provenance|sexe',
      '2024-03-05|Retour volontaire|USA|F',
    ],
    ['incident', 'Fecha del incidente|Lugar|Fallecidos|Desaparecidos', '05/03/2024|Suchiate|2|1'],
    ['incident', 'Date|Place|Dead|Missing|Cause', '2024-03-05|Darién|2|0|Drowning'],
    ['incident', 'Date|Lieu|Décédés|Disparus|Cause du décès', '2024-03-05|Canal|2|0|Noyade'],
    ['displacement', 'Fecha|Ronda|Departamento|Personas|Hogares', '05/03/2024|3|Cortés|120|31'],
    ['displacement', 'Reporting date|Admin 1|Number of IDPs|Households', '2024-03-05|Yoro|120|31'],
    [
      'displacement',
      'date_rapport|departement|personnes_deplacees|menages',
      '2024-03-05|Ouest|120|31',
    ],
    [
      'survey-response',
      'fecha_entrevista|upm|estrato|factor|sexo|edad',
      '2024-03-05|3|1|41.5|F|22',
    ],
    [
      'survey-response',
      'Interview date|PSU|Sampling weight|Sex|Age',
      '2024-03-05|3|41.5|Female|22',
    ],
    ['survey-response', 'date_entretien|grappe|strate|poids|sexe', '2024-03-05|3|1|41.5|F'],
    ['observation', 'País|Año|Sexo|Población', 'Honduras|2020|Mujeres|5000000'],
    ['observation', 'Country|Indicator|Year|Value', 'HND|Personal remittances|2020|5000000'],
    ['observation', 'Pays|Année|Indicateur|Valeur|Unité', 'Haïti|2020|Envois de fonds|5000000|USD'],
  ])('%s: %s', (type, header, line) => {
    const found = suggested(header, line)
    expect(found.type).toBe(type)
    expect(found.isSure).toBe(true)
    expect(found.best.confidence).toBeLessThanOrEqual(1)
  })
})

test('a heading over several columns says what they share, the one below what each is', () => {
  const { type, fields } = suggested(
    'Retorno / Fecha|Retorno / Tipo|Retorno / País|Persona / Sexo|Persona / Nacionalidad',
    '05/03/2024|Deportado|México|F|Honduras',
    '25/03/2024|Voluntario|Estados Unidos|M|Honduras',
  )
  expect(type).toBe('return')
  expect(fields).toEqual({
    'Retorno / Fecha': 'returned_on',
    'Retorno / Tipo': 'return_type',
    'Retorno / País': 'counterpart_country',
    'Persona / Sexo': 'sex',
    'Persona / Nacionalidad': 'citizenship',
  })
})

describe('columns without names', () => {
  const crossing = [
    '20240305|E|GTM|F|19880817|P120001',
    '20240306|S|HND|M|19560102|P990002',
    '20240306|S|SLV|M|19990909|P880003',
    '20240307|E|GTM|F|20010430|P770004',
  ]

  test('are placed by their content, with less confidence and never for sure', () => {
    const { type, fields, best, isSure } = suggested('#1|#2|#3|#4|#5|#6', ...crossing)
    expect(type).toBe('movement')
    expect(fields).toEqual({
      '#1': 'crossed_on',
      '#2': 'direction',
      '#3': 'citizenship',
      '#4': 'sex',
      '#5': 'birth_date',
      '#6': 'document_number',
    })
    expect(best.confidence).toBeLessThan(0.6)
    expect(isSure).toBe(false)
  })

  test('that say nothing of a type leave all types as likely, and say what each lacks', () => {
    const { ranked, isSure } = suggested('#1|#2', '20240305|F', '20240306|M')
    expect(isSure).toBe(false)
    expect(ranked[0]!.confidence).toBeLessThan(0.15)
    const movement = ranked.find(({ recordType }) => recordType.id === 'movement')
    expect(movement?.lacks).toEqual([['direction']])
  })

  test('that have words of a list of their own tell the type', () => {
    const lines = ['20240305|DEPORTADO|MEX', '20240306|VOLUNTARIO|USA']
    expect(suggested('#1|#2|#3', ...lines).type).toBe('return')
    expect(suggested('#1|#2', '20240305|APROBADA', '20240306|DENEGADA').type).toBe('permit')
  })
})

test('a type whose marking codes are not known is not sure', () => {
  const known = suggested('Fecha|Tipo|Sexo', '05/03/2024|Entrada|F', '06/03/2024|Salida|M')
  const unknown = suggested('Fecha|Tipo|Sexo', '05/03/2024|ZK|F', '06/03/2024|QW|M')
  expect(known.type).toBe('movement')
  expect(unknown.best.confidence).toBeLessThan(known.best.confidence)
  expect(unknown.isSure).toBe(false)
})

describe('figures written wide are turned to rows', () => {
  test('with a column for each year', () => {
    const { type, best, fields } = suggested('pais|2019|2020', 'GTM|812|913', 'HND|77|104')
    expect(type).toBe('observation')
    expect(best.unpivot).toMatchObject({ keep: ['pais'], nameTo: 'period', valueTo: 'value' })
    expect(fields).toEqual({ pais: 'ref_area', period: 'period', value: 'value' })
  })

  test('with a column for each sex under a heading, of which the last is read', () => {
    const { best } = suggested(
      'Año|Población / Hombres|Población / Mujeres',
      '2019|5012|5110',
      '2020|5044|5207',
    )
    expect(best.unpivot).toMatchObject({ keep: ['Año'], nameTo: 'sex' })
    const sex = best.fields.find(({ field }) => field === 'sex')
    expect(sex?.mapping).toEqual({ column: 'sex', extract: '(?:.* / )?(.+)' })
    expect(sex?.codes.map(({ to }) => to)).toEqual(['M', 'F'])
  })

  test('but not where other figures stand beside them', () => {
    const { best } = suggested('Año|Hombres|Mujeres|Costo', '2019|5012|5110|17', '2020|5044|52|18')
    expect(best.unpivot).toBeUndefined()
  })

  const months = (header: string, titles: readonly string[] = []) => {
    const columns = sampleColumns(
      header.split('|'),
      [
        ['Honduras', '2024', '10', '20', '30'],
        ['Guatemala', '2024', '1', '2', '3'],
      ].map(([country, year, ...figures]) =>
        header.includes('|Año|') ? [country!, year!, ...figures] : [country!, ...figures],
      ),
    )
    const [best] = suggestRecordTypes(columns, listRecordTypes(), {
      findCodeList,
      titles,
      language: 'es',
    })
    return best!
  }
  const short = { date: 'MMM-yy', pivotYear: 2049, periodOf: 'month' }
  const own = { column: 'Período' }

  test.each([
    ['País|Jan-24|Feb-24|Mar-24', { ...own, ...short }],
    ['País|ene-24|feb-24|mar-24', { ...own, ...short }],
    ['Pays|janv. 2024|févr. 2024|août 2024', own],
    ['País|Enero 2024|Febrero 2024|Septiembre 2024', own],
    ['País|2024-01|2024-02|2024-03', own],
    ['País|2024M01|2024M02|2024M03', own],
    ['Pays|T1 2024|T2 2024|T3 2024', own],
    ['Country|Q1-2024|Q2-2024|Q3-2024', own],
    ['País|2024 / Enero|2024 / Febrero|2024 / Marzo', own],
    ['País|2024-01-01|2024-02-01|2024-03-01', { ...own, date: 'yyyy-MM-dd', periodOf: 'month' }],
    ['País|Año|Enero|Febrero|Marzo', { template: '{Año} {Período}' }],
  ])('with a column for each month or quarter, as people write them: %s', (header, mapping) => {
    const { recordType, unpivot, fields } = months(header)
    expect(recordType.id).toBe('observation')
    expect(unpivot).toMatchObject({ nameTo: 'Período', valueTo: 'Valor' })
    expect(fields.find(({ field }) => field === 'period')?.mapping).toEqual(mapping)
  })

  test('with a title that says the year of months, and a total that is no month', () => {
    const { unpivot, totals, fields } = months('País|Enero|Febrero|Total', ['Retornos 2024'])
    expect(unpivot?.keep).toEqual(['País'])
    expect(totals).toEqual(['Total'])
    const period = fields.find(({ field }) => field === 'period')
    expect(period?.mapping).toEqual({ template: '2024 {Período}' })
  })
})

describe('papers of residents', () => {
  test.each([
    [
      'No. carné|Nacionalidad|Sexo|Categoría|Fecha de emisión|Fecha de vencimiento',
      'RT-1001|Honduras|F|Residente temporal|05/03/2023|05/03/2025',
    ],
    [
      'Card no|Nationality|Sex|Residence type|Issue date|Expiry date',
      'RC1001|Honduras|F|Temporary resident|2023-03-05|2025-03-05',
    ],
    [
      'N° de carte|Nationalité|Sexe|Titre de séjour|Date de délivrance|Date d’expiration',
      'CS1001|Haïti|F|Résident temporaire|05/03/2023|05/03/2025',
    ],
  ])('could be permits or a register, and neither is sure: %s', (header, line) => {
    const { ranked, isSure } = suggested(header, line)
    expect(isSure).toBe(false)
    expect(ranked.slice(0, 2).map(({ recordType }) => recordType.id)).toEqual([
      'permit',
      'residence',
    ])
    expect(ranked[1]!.lacks).toContainEqual(['started_on'])
  })

  test.each([
    ['permit', 'Carné|Categoría|Fecha solicitud|Resolución', 'RT-1|Temporal|05/03/2023|Aprobada'],
    ['permit', 'Visa number|Visa type|Issue date|Expiry date', 'V-1|Tourist visa|2023-03-05|'],
    ['residence', 'Carné|Condición migratoria|Fecha de alta', 'RT-1|Residente temporal|05/03/2023'],
  ])('are told by what only one of the two has: %s', (type, header, line) => {
    const found = suggested(header, line)
    expect(found.type).toBe(type)
    expect(found.isSure).toBe(true)
  })
})
