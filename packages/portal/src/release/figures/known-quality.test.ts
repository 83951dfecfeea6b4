import { expect, test } from 'vitest'
import { loadWords } from '../../words/catalogue.ts'
import { knownQuality } from './known-quality.ts'

const rows = {
  read: 640,
  accepted: 620,
  rejected: 20,
  repeats: 3,
  unmappedCodes: 7,
  notCounted: 2,
  withoutFinding: 0.93,
}
const timeliness = { half: { least: 4, most: 4 }, most: 31 }
const completeness = [
  { dimension: 'country', label: 'País', share: 1 },
  { dimension: 'sex', label: 'Sexo', share: 0.98 },
  { dimension: 'age', label: 'Edad', share: 0.9999 },
]

test('a baked figure says how valid, how timely and how complete its files were', async () => {
  const frame = { language: 'es', words: await loadWords('es') } as const
  const said = knownQuality({ rows, timeliness, completeness }, frame)
  // Between a number and its sign stands a space that does not break.
  expect(said.map((each) => each.replaceAll(/\s/gu, ' '))).toEqual([
    '640 filas leídas, 20 rechazadas por errores, 3 señaladas como posibles repeticiones.',
    'Códigos sin equivalencia: 7.',
    'Filas en las que no se encontró nada: 93 %.',
    'Del hecho a la recepción: la mitad de los registros en 4 días; 95 de cada 100 en 31.',
    'Registros que tienen cada variable: Sexo 98 %, las demás 100 %.',
  ])
})

test('what no batch tells is not said', async () => {
  const none = { ...rows, unmappedCodes: 0, withoutFinding: null }
  const frame = { language: 'fr', words: await loadWords('fr') } as const
  expect(knownQuality({ rows: none, timeliness: null, completeness: [] }, frame)).toHaveLength(1)
})
