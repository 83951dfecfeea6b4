import { expect, test } from 'vitest'
import { getRecordType, readSourceProfile } from '@caudal/methods/collect'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type { Refusal } from '@caudal/methods/vocabulary'
import { crossingsProfile } from '../testing-import.ts'
import { namePlaces } from './name-places.ts'

const movement = getRecordType('movement')

test('a place of a profile is named as people call it, and a row by its number from 1', () => {
  const say = (text: string, language: 'es' | 'en' | 'fr') => namePlaces(text, movement, language)
  expect(say('En el perfil, fields.sex.codes[0].from no es', 'es')).toBe(
    'En el perfil, Sexo, fila 1 de su tabla de códigos no es',
  )
  expect(say('fields.sex.codes["H"]', 'en')).toBe('Sex, row “H” of its code map')
  expect(say('fields.sex.codes[9]', 'fr')).toBe('Sexe, ligne 10 de sa table de codes')
  expect(say('fields.sex.extract', 'es')).toBe('Sexo (fields.sex.extract)')
  expect(say('layout.columns[2].width', 'es')).toBe('la columna 3 del archivo')
  expect(say('fields.shoe.codes[1]', 'en')).toBe('shoe, row 2 of its code map')
})

test('two rows of a code map that contradict each other are both told by their numbers', () => {
  const profile = crossingsProfile({
    fields: {
      country: { constant: 'HND' },
      crossed_on: { column: 'fecha', date: 'yyyy-MM-dd' },
      direction: { constant: 'arrival' },
      sex: {
        column: 'sexo',
        codes: [
          { from: 'H', to: 'M' },
          { from: 'h', to: 'F' },
        ],
      },
    },
  })
  try {
    readSourceProfile(profile, createCodeListBook())
    expect.unreachable()
  } catch (error) {
    expect(namePlaces((error as Refusal).what('es'), movement, 'es')).toBe(
      'En el perfil, «h» significa M en Sexo, fila 1 de su tabla de códigos y F en Sexo, fila 2 de su tabla de códigos, al mismo tiempo.',
    )
  }
})
