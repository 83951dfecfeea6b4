import { describe, expect, it } from 'vitest'
import { canDraw, explorationOf } from './kept-exploration.ts'

const table = async () => ({
  cube: { id: 'movements', title: 'Cruces' },
  rows: [{ label: 'Sexo' }],
  columns: [{ label: 'Año' }],
  filters: [{ values: ['México', 'Cuba'] }],
})
const at = (path: string) => new URL(path, 'http://node')

describe('A table that was kept', () => {
  it('is listed by what it counts, in the language that it was read in', async () => {
    const place = at(
      '/api/cubes/movements/table?rows=sex&columns=time.year&where=citizenship%3AMEX%2CCUB&language=es',
    )
    expect(await explorationOf(place, table, 'es')).toEqual({
      path: '/es/explore/movements?rows=sex&columns=time.year&where=citizenship%3AMEX%2CCUB',
      title: 'Cruces: Sexo × Año (México, Cuba)',
    })
    expect(await explorationOf(place, table, 'fr')).toBeUndefined()
  })

  it('of a single number, or no table at all, is not listed', async () => {
    const number = at('/api/cubes/movements/table?where=sex%3Afemale&language=es')
    expect(await explorationOf(number, table, 'es')).toBeUndefined()
    const codes = at('/api/cubes/movements/dimensions/sex/codes?language=es')
    expect(await explorationOf(codes, table, 'es')).toBeUndefined()
  })

  it('is drawn where its cube was kept in its language', () => {
    const kept = ['/api/cubes/movements?language=es', '/api/cubes?language=fr']
    expect(canDraw('/es/explore/movements', kept)).toBe(true)
    expect(canDraw('/es/embed/movements', kept)).toBe(true)
    expect(canDraw('/es/explore/returns', kept)).toBe(false)
    expect(canDraw('/fr/explore', kept)).toBe(true)
    expect(canDraw('/es/explore/', kept)).toBe(false)
  })
})
