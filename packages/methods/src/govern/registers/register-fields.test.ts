import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { languages } from '../../vocabulary/index.ts'
import {
  labelOfPlace,
  readDocument,
  type RegisterField,
  registerFields,
  registers,
  type WrittenRegister,
} from '../index.ts'

interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
}

/** Places of a schema, down to what is entered as one; and whether a document may do without. */
function placesOf(shape: Shape, fields: readonly RegisterField[], prefix = ''): string[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, inner]) => {
    const place = prefix + name
    const isWhole = fields.some((field) => field.place === place)
    return isWhole || inner.properties === undefined
      ? [place]
      : placesOf(inner, fields, `${place}.`)
  })
}

describe('The fields of a register', () => {
  it('are those of its documents, each once', () => {
    for (const [name, fields] of Object.entries(registerFields)) {
      const schema = registers[name as WrittenRegister].schema
      const shape = z.toJSONSchema(schema, { io: 'input' }) as Shape
      expect(fields.map(({ place }) => place).sort(), name).toEqual(placesOf(shape, fields).sort())
      for (const { place, optional, when } of fields) {
        if (optional || when !== undefined || place.includes('.')) continue
        expect(shape.required, `${name}.${place}`).toContain(place)
      }
    }
  })

  it('are called something in three languages, and so are their choices and parts', () => {
    const told = Object.values(registerFields)
      .flat()
      .flatMap((field: RegisterField) => [field, ...(field.parts ?? [])])
      .flatMap(({ label, hint, options = {} }) => [label, hint, ...Object.values(options)])
    for (const text of told) {
      if (text === undefined) continue
      expect(new Set(languages.map((language) => text[language].trim() !== ''))).toEqual(
        new Set([true]),
      )
    }
  })
})

describe('What is wrong with a document', () => {
  it('is told in words, at the place where it is wrong', () => {
    const consent = { bundledWithService: true, howToWithdraw: 'by letter' }
    const { problems = [] } = readDocument('activity', { legalBasis: 'consent', consent })
    const at = (place: string) => problems.find((problem) => problem.place === place)?.what.en
    expect(at('consent.bundledWithService')).toBe('consent that a service depends on is no consent')
    expect(at('title')).toBe('it is missing')
    expect(labelOfPlace('activity', 'consent.bundledWithService').en).toContain('refused')
    expect(labelOfPlace('agreement', 'provider.institution').es).toBe('Quien da')
    expect(labelOfPlace('notice', 'through').fr).toBe('through')
  })

  it('is that a complaint was answered without an answer, or an undertaking ends before it begins', () => {
    const complaint = { receivedOn: '2026-01-02', what: 'x', dueOn: '2026-02-01' }
    expect(readDocument('complaint', complaint).problems).toBeUndefined()
    for (const change of [
      { answeredOn: '2026-01-03' },
      { answer: 'no' },
      { dueOn: '2026-01-01' },
    ]) {
      expect(readDocument('complaint', { ...complaint, ...change }).problems).toHaveLength(1)
    }
    const undertaking = { account: 'ana', signedOn: '2026-02-01', until: '2026-01-01' }
    expect(readDocument('undertaking', undertaking).problems?.[0]?.place).toBe('until')
  })
})
