import { expect, test } from 'vitest'
import { languages } from '../../vocabulary/index.ts'
import { sayCoarsened, sayJoint } from './index.ts'

const coarsened = { levels: 1, of: 3, cells: 1, because: 'work' } as const

test('one level of detail and one cell are said as one in every language', () => {
  const [es, en, fr] = languages.map((language) => sayCoarsened(coarsened, language)[0])
  expect(es).toContain('se oculta entero el más fino de los 3 niveles de detalle')
  expect(es).toContain('(1 celda)')
  expect(en).toContain('the finest of 3 levels of detail is hidden whole')
  expect(en).toContain('(1 cell)')
  expect(fr).toContain('le plus fin des 3 niveaux de détail est masqué en entier')
  expect(fr).toContain('(1 cellule)')
})

test('several are said as several', () => {
  const [what] = sayCoarsened({ ...coarsened, levels: 2, cells: 1200 }, 'en', (value) =>
    value.toLocaleString('en'),
  )
  expect(what).toContain('the finest 2 of 3 levels of detail are hidden whole')
  expect(what).toContain('(1,200 cells)')
})

test('what was protected as one problem is not said again as attacked together, and a cube is named once', () => {
  const found = {
    together: ['stays'],
    tied: [
      { release: 'profile-v1', cube: 'stays' },
      { release: 'flows-v1', cube: 'stays' },
    ],
    notAttackedWith: [
      { release: 'flows-v1', cube: 'movements' },
      { release: 'flows-v2', cube: 'movements' },
      { release: 'profile-v1', cube: 'movements' },
      { release: 'profile-v1', cube: 'residents' },
    ],
  }
  expect(sayJoint(found, 'profile-v1', (cube) => cube, 'en')).toEqual([
    'These figures were protected as one problem with others of this release: stays. What is said of the attack and of the least possible holds for all of them together.',
    'Other figures of the same records were attacked together with these, by what the definitions of both say: stays (in flows-v1).',
    'Other figures come of the same records, but no definition ties them to these, and they were not attacked together: movements (here and in flows-v1, flows-v2); residents. Before you approve it, compare what the ones and the others tell of the same few persons.',
  ])
})

test('why figures were not protected together is said in one sentence after what all have in common', () => {
  const said = (['large', 'work', 'unsafe'] as const).flatMap((oneByOne) =>
    sayJoint({ oneByOne }, 'v1', (cube) => cube, 'fr'),
  )
  const [beginning] = said[0]!.split('. ')
  expect(said.map((line) => line.split('. ')[0])).toEqual([beginning, beginning, beginning])
  expect(new Set(said).size).toBe(3)
})
