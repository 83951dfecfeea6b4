import { describe, expect, it } from 'vitest'
import { markDifferences } from './differences.ts'

const marked = (one: string, other: string) =>
  markDifferences(one, other).map((pieces) =>
    pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  )

describe('differences of two values', () => {
  it('letters that only one side has are marked on that side', () => {
    expect(marked('GONZALEZ', 'GONSALES')).toEqual(['GON[Z]ALE[Z]', 'GON[S]ALE[S]'])
    expect(marked('LOPEZ DE LEON', 'LOPEZ')).toEqual(['LOPEZ[ DE LEON]', 'LOPEZ'])
  })

  it('capitals and small letters are one, an accent is not', () => {
    expect(marked('José', 'JOSÉ')).toEqual(['José', 'JOSÉ'])
    expect(marked('JOSE', 'JOSÉ')).toEqual(['JOS[E]', 'JOS[É]'])
  })

  it('a value beside nothing differs whole', () => {
    expect(marked('1990-02-01', '')).toEqual(['[1990-02-01]', ''])
    expect(marked('', '')).toEqual(['', ''])
  })
})
