import { describe, expect, it } from 'vitest'
import {
  damerauLevenshtein,
  jaroWinkler,
  nameWords,
  plainText,
  soundKey,
  travelDocumentName,
} from '../index.ts'

describe('comparing texts', () => {
  it.each([
    // Winkler (1990), table of example pairs
    ['shackleford', 'shackelford', 0.9818],
    ['dunningham', 'cunnigham', 0.8963],
    ['nichleson', 'nichulson', 0.9556],
    ['jones', 'johnson', 0.8324],
    ['massey', 'massie', 0.9333],
    ['abroms', 'abrams', 0.9222],
    ['hardin', 'martinez', 0.7222],
    ['michelle', 'michael', 0.9214],
    ['julies', 'julius', 0.9333],
    ['dixon', 'dickson', 0.8324],
  ])('%s and %s are as similar as Winkler published', (a, b, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 3)
  })

  it('an exchange of neighbours is one edit, with a letter between them two', () => {
    expect(damerauLevenshtein('maira', 'maria')).toBe(1)
    expect(damerauLevenshtein('ca', 'abc')).toBe(2)
    expect(damerauLevenshtein('', 'ana')).toBe(3)
  })

  it('a name is the same with or without particles, abbreviations and capitals', () => {
    expect(nameWords('Ma. DE LOS Ángeles')).toEqual(nameWords('María Ángeles'))
    expect(nameWords('Fco. J. de la Cruz')).toEqual(['francisco', 'j', 'cruz'])
    expect(nameWords('De Los')).toEqual(['de', 'los'])
  })

  it('ñ is kept apart from n in spelling and joined with it in sound', () => {
    expect(plainText('Peña')).not.toBe(plainText('Pena'))
    expect(soundKey(plainText('Peña'))).toBe(soundKey(plainText('Pena')))
  })

  it.each([
    ['Vásquez', 'Basques'],
    ['Zelaya', 'Selaya'],
    ['Hernández', 'Ernandes'],
    ['Jiménez', 'Gimenez'],
    ['Castillo', 'Castiyo'],
    ['Quiroz', 'Kiros'],
    ['Núñez', 'NUNXXEZ'],
    ['Agüero', 'AGUXXERO'],
  ])('%s sounds like %s', (a, b) => {
    expect(soundKey(plainText(a))).toBe(soundKey(plainText(b)))
  })

  it.each([
    ['Mora', 'Moral'],
    ['Ruiz', 'Reyes'],
    ['Paz', 'Peraza'],
  ])('%s does not sound like %s', (a, b) => {
    expect(soundKey(plainText(a))).not.toBe(soundKey(plainText(b)))
  })

  it('a name in another script keeps its letters, or is spelled with Latin ones', () => {
    expect(plainText('王小明')).toBe('王小明')
    expect(plainText('Ольга Петрова')).toBe('olga petrova')
    expect(plainText('Αλέξης')).toBe('alexis')
  })

  it('the machine-readable zone is cut at 39 characters', () => {
    const name = travelDocumentName('Hernández de la Concepción', 'Maximiliano Bartolomé')
    expect(name).toHaveLength(39)
    expect(name).toBe('HERNANDEZ<DE<LA<CONCEPCION<<MAXIMILIANO'.slice(0, 39))
  })
})
