import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  getRecordType,
  recordMapper,
  sourceProfileSchema,
  type MappedRecord,
} from '../collect/index.ts'
import { isoDay, Xoshiro128 } from '../numerics/index.ts'
import { createCodeListBook } from '../vocabulary/code-lists/index.ts'
import posts from '../../../../data/synthetic/border-posts.json' with { type: 'json' }
import { blockCount, drawBlock } from './block.ts'
import { errorKinds, kindsIn, type ErrorKind } from './error-kinds.ts'
import { householdGroups } from './household-groups.ts'
import { compileOffice, type Office } from './office.ts'
import type { Crossing, Person } from './person.ts'
import { writeRecords } from './records.ts'
import type { RegionModel } from './region-model.ts'
import { machineReadableName, plainCapitals } from './spelling-errors.ts'
import { shippedErrors, shippedOffices, testRegion } from './testing-parameters.ts'

interface WrittenLine {
  readonly office: number
  readonly line: string
  readonly written: number
  readonly person: Person
  readonly crossing: Crossing
  readonly copy: number
  readonly errors: readonly ErrorKind[]
}

const rates = (rate: number) => Object.fromEntries(errorKinds.map((kind) => [kind, rate]))

function officesOf(model: RegionModel, kinds: Readonly<Record<string, number>>): Office[] {
  return model.options.countries.map((country) => {
    const found = shippedOffices.find((office) => office.country === country)!
    return compileOffice(model, { ...found, errorFactors: {} }, { ...shippedErrors, rates: kinds })
  })
}

function write(model: RegionModel, kinds: Readonly<Record<string, number>>) {
  const offices = officesOf(model, kinds)
  const groups = householdGroups(model)
  const lines: WrittenLine[] = []
  let missed = 0
  for (let block = 0; block < blockCount(model.options.persons); block += 1) {
    for (const person of drawBlock(model, groups, block)) {
      writeRecords(model, offices, person, new Xoshiro128(9, person.id), {
        record(office, line, written, ordinal, copy, errors) {
          const crossing = person.crossings[ordinal]!
          lines.push({ office, line, written, person, crossing, copy, errors: kindsIn(errors) })
        },
        missed() {
          missed += 1
        },
      })
    }
  }
  return { offices, lines, missed }
}

/** The columns of a line; quotes only where an office quotes a column. */
function columnsOf(office: Office, line: string): Record<string, string> {
  const { columns, file } = office.parameters
  const texts = [
    ...line.matchAll(
      new RegExp(`("(?:[^"]|"")*"|[^"\\${file.delimiter}]*)(\\${file.delimiter}|$)`, 'g'),
    ),
  ]
  return Object.fromEntries(
    columns.map((column, i) => [
      column.header,
      texts[i]![1]!.replace(/^"|"$/g, '').replaceAll('""', '"'),
    ]),
  )
}

function profileOf(office: Office) {
  const url = new URL(
    `../../../../data/synthetic/profiles/${office.parameters.profile}.json`,
    import.meta.url,
  )
  return sourceProfileSchema.parse(JSON.parse(readFileSync(url, 'utf8')))
}

const codeOf = (model: RegionModel, place: number) => model.places[place]!.code

const letters = (text: string) => text.replace(/[^A-Z]/g, '')

const book = createCodeListBook([posts])

function mapperOf(office: Office): (line: string) => MappedRecord {
  const map = recordMapper(profileOf(office), getRecordType('movement'), (id) => book.get(id))
  return (line) => map(columnsOf(office, line))
}

describe('records without errors', () => {
  let model: RegionModel
  let offices: Office[]
  let lines: WrittenLine[]
  let missed: number

  beforeAll(() => {
    model = testRegion(3000, 3)
    ;({ offices, lines, missed } = write(model, rates(0)))
  })

  it('there is one of every crossing of a post, and of no other', () => {
    const regular = lines.length
    expect(missed).toBeGreaterThan(0)
    expect(
      new Set(
        lines.map(
          (one) =>
            `${String(one.person.id)} ${String(one.crossing.minute)} ${one.crossing.direction}`,
        ),
      ).size,
    ).toBe(regular)
    expect(lines.every((one) => !one.crossing.irregular && one.errors.length === 0)).toBe(true)
  })

  it('are read by the profile of their country to exactly what happened', () => {
    const mappers = offices.map(mapperOf)
    let compared = 0
    for (const { office, line, person, crossing } of lines) {
      const { values, findings } = mappers[office]!(line)
      expect(findings).toEqual([])
      const day = Math.floor(crossing.minute / 1440)
      const minute = new Date(crossing.minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')
      const roads = crossing.mode === 'river' ? ['river', 'land'] : [crossing.mode]
      expect(values['country']).toBe(codeOf(model, crossing.country))
      expect(values['crossed_on']).toBe(isoDay(day))
      expect(String(values['crossed_at']).replace('T', ' ').slice(0, 16)).toBe(minute)
      expect(values['direction']).toBe(crossing.direction)
      expect(values['border_post']).toBe(model.posts[crossing.post]!.code)
      expect(roads).toContain(values['mode'])
      expect(values['sex']).toBe(person.sex)
      expect(values['birth_date']).toBe(isoDay(person.birthDay))
      expect([
        codeOf(model, person.citizenship),
        person.secondCitizenship < 0 ? '' : codeOf(model, person.secondCitizenship),
      ]).toContain(values['citizenship'])
      expect([null, crossing.purpose]).toContain(values['purpose'])
      expect([null, codeOf(model, crossing.counterpart)]).toContain(values['counterpart_country'])
      expect([null, codeOf(model, person.birthPlace)]).toContain(values['birth_country'])
      const family = letters(plainCapitals(String(values['family_names'])))
      const spellings = [plainCapitals, machineReadableName].map((spell) =>
        letters(spell(person.paternal)),
      )
      expect(spellings.some((spelling) => family.startsWith(spelling))).toBe(true)
      compared += 1
      if (compared === 6000) break
    }
    expect(compared).toBe(6000)
  })

  it('use the codes of their time: Costa Rica writes I and E from 2020 on', () => {
    const office = offices.findIndex((one) => one.parameters.country === 'CRI')
    const used = new Map<string, Set<string>>()
    for (const { office: at, line, crossing } of lines) {
      if (at !== office) continue
      const era = crossing.minute / 1440 < 18262 ? 'before' : 'after'
      used.set(
        era,
        (used.get(era) ?? new Set()).add(columnsOf(offices[office]!, line)['TIPO_MOV']!),
      )
    }
    expect([...used.get('before')!].sort()).toEqual(['ENT', 'SAL'])
    expect([...used.get('after')!].sort()).toEqual(['E', 'I'])
  })

  it('show a passport that is valid on the day, and a new one after it', () => {
    const renewed = new Map<Person, Set<string>>()
    for (const { office, line, person } of lines) {
      if (offices[office]!.parameters.country !== 'HND') continue
      const columns = columnsOf(offices[office]!, line)
      if (columns['DOCUMENTO'] !== 'PASAPORTE') continue
      renewed.set(person, (renewed.get(person) ?? new Set()).add(columns['NUMERO']!))
    }
    const most = Math.max(...[...renewed.values()].map((numbers) => numbers.size))
    expect(most).toBeGreaterThan(1)
    const holders = new Map<string, Person>()
    for (const [person, numbers] of renewed) {
      for (const number of numbers) {
        expect(holders.get(number) ?? person).toBe(person)
        holders.set(number, person)
      }
    }
  })
})

describe('planted errors', () => {
  const model = testRegion(2000, 4)

  it('at a rate of 1 befall every record they can', () => {
    for (const kind of [
      'sex-wrong',
      'family-misspelt',
      'impossible-date',
      'late',
      'document-missing',
    ] as const) {
      const { lines } = write(model, { ...rates(0), [kind]: 1 })
      const hit = lines.filter((one) => one.errors.includes(kind)).length
      expect(hit).toBeGreaterThan(lines.length * 0.98)
    }
  })

  it('are the only lines that a profile cannot explain', () => {
    const { offices, lines } = write(model, shippedErrors.rates)
    const mappers = offices.map(mapperOf)
    const explaining = new Set<string>([
      'unknown-code',
      'impossible-date',
      'ragged-line',
      'crossing-date-typo',
    ])
    let unexplained = 0
    for (const { office, line, errors } of lines) {
      if (errors.includes('ragged-line')) continue
      const { findings } = mappers[office]!(line)
      if (findings.length === 0) continue
      expect(errors.some((kind) => explaining.has(kind))).toBe(true)
      unexplained += 1
    }
    expect(unexplained).toBeGreaterThan(0)
    expect(unexplained / lines.length).toBeLessThan(0.004)
  })

  it('come at the rates that are written down', () => {
    const { lines, missed } = write(model, shippedErrors.rates)
    for (const kind of [
      'family-misspelt',
      'given-misspelt',
      'document-typo',
      'duplicate-exact',
      'late',
    ] as const) {
      const expected = shippedErrors.rates[kind]!
      const share = lines.filter((one) => one.errors.includes(kind)).length / lines.length
      const error = Math.sqrt((expected * (1 - expected)) / lines.length)
      expect(Math.abs(share - expected)).toBeLessThan(5 * error + 0.0005)
    }
    expect(missed / lines.length).toBeGreaterThan(0.02)
    expect(missed / lines.length).toBeLessThan(0.08)
  })

  it('change records only, never the truth', () => {
    const groups = householdGroups(model)
    const before = JSON.stringify(drawBlock(model, groups, 0))
    const { offices } = write(model, rates(0.5))
    const persons = drawBlock(model, groups, 0)
    for (const person of persons) {
      writeRecords(model, offices, person, new Xoshiro128(1), { record() {}, missed() {} })
    }
    expect(JSON.stringify(persons)).toBe(before)
  })

  it('a ragged line has another number of columns, and breaks off outside of quotes', () => {
    const { offices, lines } = write(model, { ...rates(0), 'ragged-line': 1 })
    for (const { office, line } of lines.slice(0, 3000)) {
      const { delimiter } = offices[office]!.parameters.file
      const outside = line.replace(/"[^"]*"/g, '')
      expect(outside).not.toContain('"')
      expect(outside.split(delimiter).length).not.toBe(offices[office]!.parameters.columns.length)
    }
  })
})
