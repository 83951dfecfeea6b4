import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readShape } from './shape-issue.ts'

const shape = z.strictObject({
  name: z.string().min(3).max(5),
  kind: z.enum(['access', 'erasure']).optional(),
  days: z.number().int().min(1).max(30).optional(),
  share: z.number().gt(0).lt(1).optional(),
  list: z
    .array(z.strictObject({ code: z.string().regex(/^[A-Z]+$/) }))
    .min(1)
    .max(2)
    .optional(),
  flag: z.boolean().optional(),
})

const problemOf = (given: unknown) => readShape(shape, given).problem
const said = (given: unknown) => {
  const { place, what } = problemOf(given)!
  return [place, what.es, what.en, what.fr]
}

describe('what was sent, held against what is expected', () => {
  it('comes back as it is read where nothing is wrong', () => {
    expect(readShape(shape, { name: 'Ana' })).toEqual({ data: { name: 'Ana' } })
  })

  it('is told by its place what is wrong, in each language', () => {
    expect(said({})).toEqual(['name', 'falta', 'it is missing', 'il manque'])
    expect(said(7)).toEqual([
      '/',
      'hace falta un objeto {…}',
      'an object {…} is needed',
      'il faut un objet {…}',
    ])
    expect(said({ name: 'Ana', days: 0 })).toEqual([
      'days',
      'tiene que ser al menos 1',
      'it has to be at least 1',
      'il faut au moins 1',
    ])
    expect(said({ name: 'Ana', kind: 'gift' })[2]).toBe('it has to be one of: access, erasure')
    expect(said({ name: 'Ana', share: 1 })[2]).toBe('it has to be below 1')
    expect(said({ name: 'A' })[2]).toBe('3 characters or more are needed')
    expect(said({ name: 'Anabel' })[2]).toBe('it is too long; 5 characters are allowed')
    expect(said({ name: 'Ana', list: [] })[2]).toBe('it is empty; 1 or more are needed')
    expect(said({ name: 'Ana', list: [{ code: 'gtm' }] }).slice(0, 3)).toEqual([
      'list.0.code',
      'no es lo que se espera aquí',
      'it is not what belongs here',
    ])
    expect(said({ name: 'Ana', flag: 'yes' })[1]).toBe('hace falta true o false')
    expect(said({ name: 'Ana', more: 1 }).slice(0, 2)).toEqual(['more', 'no se conoce more'])
  })

  it('is never repeated, since it may name somebody', () => {
    expect(JSON.stringify(problemOf({ name: 'Quetzalcoatl' }))).not.toContain('Quetzal')
  })
})
