import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Xoshiro128 } from '../numerics/index.ts'
import { abbreviate, machineReadableName, misspell, plainCapitals } from './spelling-errors.ts'
import { shippedParameters } from './testing-parameters.ts'

const { lists, traditions } = shippedParameters.names
const names = [
  ...Object.values(lists).flatMap((list) => list.split(', ')),
  ...Object.values(traditions).flatMap((tradition) => tradition.family.split(', ')),
]

describe('misspelling a name', () => {
  it('always gives another name that is still a name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, seed) => {
        const misspelt = misspell(name, new Xoshiro128(seed))
        expect(misspelt).not.toBe(name)
        expect(misspelt.trim()).not.toBe('')
        expect(misspelt).not.toMatch(/[|;,\t"]/)
      }),
    )
  })

  it('confuses letters that sound alike, and keeps particles small', () => {
    const found = new Set<string>()
    for (let seed = 0; seed < 3000; seed += 1) {
      for (const name of ['Velásquez', 'Núñez', 'de la Cruz', 'Hernández']) {
        found.add(misspell(name, new Xoshiro128(seed)))
      }
    }
    for (const name of [
      'Belásquez',
      'Velasquez',
      'Velázquez',
      'Núnez',
      'de la Crus',
      'Hernándes',
    ]) {
      expect(found).toContain(name)
    }
  })
})

describe('spelling as systems do', () => {
  it('abbreviates given names as people do', () => {
    expect(['María', 'Francisco', 'Ángela'].map(abbreviate)).toEqual(['Ma.', 'Fco.', 'Á.'])
  })

  it('keeps capitals without accents where a keyboard has none', () => {
    expect(plainCapitals('Núñez Güell')).toBe('NUNEZ GUELL')
  })

  it('spells as the machine-readable zone does', () => {
    expect(machineReadableName("O'Brien Müller-Núñez")).toBe('OBRIEN MUELLER NUNEZ')
    for (const name of names) expect(machineReadableName(name)).toMatch(/^[A-Z ]+$/)
  })
})
