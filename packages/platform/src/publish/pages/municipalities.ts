import { findCode, labelOf } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import type {
  MunicipalitiesPage,
  MunicipalityEntry,
  MunicipalityPage,
} from '../../../../portal/src/release/index.ts'
import { countryName } from './countries.ts'
import type { PageCubes } from './page-cubes.ts'

const cube = 'returns'
const dimension = 'origin_municipality'

/** The municipalities of origin of those who returned to a country, by department. */
export async function readMunicipalities(
  cubes: PageCubes,
  country: string,
  book: CodeListBook,
): Promise<MunicipalitiesPage> {
  const { language } = cubes
  const departments = new Map<string, MunicipalityEntry[]>()
  const figure = await cubes.figure({
    id: '',
    cube,
    table: `rows=${dimension}&where=country:${country}`,
  })
  const list = book.get('municipalities')
  figure?.result.rowKeys.forEach(([code], row) => {
    const found = findCode(list, code!)
    if (found?.parent === undefined) return
    const returns = figure.result.values[row] ?? null
    if (returns === 0) return
    const status = figure.result.statuses[row] ?? 'missing'
    const entry = { code: code!, label: labelOf(list, code!, language), returns, status }
    departments.set(found.parent, [...(departments.get(found.parent) ?? []), entry])
  })
  return {
    country: { code: country, label: countryName(country, language) },
    synthetic: figure?.result.synthetic ?? false,
    known: figure?.known,
    departments: [...departments]
      .map(([code, municipalities]) => ({
        label: departmentName(code, cubes, book),
        municipalities: municipalities.toSorted((a, b) => a.label.localeCompare(b.label, language)),
      }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
  }
}

/** Returns of the people of one municipality; undefined where the list does not know it. */
export async function readMunicipality(
  cubes: PageCubes,
  country: string,
  code: string,
  book: CodeListBook,
): Promise<MunicipalityPage | undefined> {
  const { language } = cubes
  const list = book.get('municipalities')
  const found = findCode(list, code)
  if (found?.code !== code || found.parent === undefined) return undefined
  const department = findCode(book.get('departments'), found.parent)
  if (department?.parent !== country) return undefined
  const held = `where=country:${country};${dimension}:${code}`
  const tables = [
    { id: 'by-year', table: `rows=return_type&columns=time.year&${held}` },
    { id: 'by-age', table: `rows=age.group&columns=sex&${held}`, draw: 'pyramid' as const },
    { id: 'by-provenance', table: `rows=counterpart_country&${held}&sort=-total&top=8` },
    { id: 'by-need', table: `rows=need&${held}&sort=-total&top=8` },
  ]
  const figures = await Promise.all(tables.map((each) => cubes.figure({ ...each, cube })))
  const drawn = figures.flatMap((figure) => figure ?? [])
  const title = cubes.find(cube)?.answer.title ?? ''
  return {
    country: { code: country, label: countryName(country, language) },
    code,
    label: labelOf(list, code, language),
    department: departmentName(found.parent, cubes, book),
    synthetic: drawn.some(({ result }) => result.synthetic),
    section: {
      id: 'returns',
      title,
      lead: '',
      figures: drawn,
      lacks: drawn.length > 0 ? [] : [cubes.lack(cube) ?? { what: title, advice: '' }],
    },
  }
}

function departmentName(code: string, { language }: PageCubes, book: CodeListBook): string {
  const list = book.get('departments')
  return findCode(list, code) ? labelOf(list, code, language) : code
}
