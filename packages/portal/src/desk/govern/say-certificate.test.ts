import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { sayCertificate } from './say-certificate.ts'

const countries = new Map([['HND', 'Honduras']])
const none = `caudal none held
caudal/a
request r1
within country HND
searched by document_number, family_names
not searched records without names 14 in batches 2, 3, files not imported 1
on 2026-11-28

— caudal/a AAAA
`
const erasure = `caudal erasure
caudal/a
request r2
records 3
entry 00000000-0000-4000-8000-000000000001
on 2026-11-28

— caudal/a AAAA
`
const said = (text: string, language: 'es' | 'en' | 'fr') =>
  sayCertificate(text, countries, language).map((each) => `${each.label}: ${each.said}`)

test('Every signed line of a certificate is said in the reader’s language, and none of its signature', () => {
  expect(said(none, 'es')).toEqual([
    'Lo firma: caudal/a',
    'Solicitud: r1',
    'Se buscó en: lo que guardan en el nodo las instituciones de Honduras',
    'Se buscó por: Número de documento, Apellidos',
    'No se pudo buscar en: 14 registros sin nombres (archivos recibidos 2, 3); 1 archivo sin importar',
    'Fecha: 28 nov 2026',
  ])
  expect(said(erasure, 'fr')).toEqual([
    'Signé par: caudal/a',
    'Demande: r2',
    'Effacé: 3 enregistrements',
    'Effacé aussi: ce qui a été saisi dans un formulaire sous le numéro 00000000-0000-4000-8000-000000000001',
    'Date: 28 nov. 2026',
  ])
  for (const language of languages) {
    for (const text of [none, erasure]) {
      const lines = sayCertificate(text, countries, language)
      expect(lines.map(({ line }) => line)).toEqual(text.split('\n\n')[0]!.split('\n').slice(1))
      expect(lines.every(({ label }) => label !== '')).toBe(true)
    }
  }
})

test('A line that the page does not know is shown as it was signed, and a country without a name by its code', () => {
  const newer = none.replace('within country HND', 'within country XKX\nwitness caudal/b')
  const lines = sayCertificate(newer, countries, 'en')
  expect(lines).toContainEqual({
    line: 'witness caudal/b',
    label: '',
    said: 'witness caudal/b',
  })
  expect(lines[2]!.said).toContain('XKX')
})
