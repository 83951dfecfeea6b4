import type { CubeAnswer } from '@caudal/methods/publish'
import { findCode, labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import type { CountryEntry } from '../../../../portal/src/release/index.ts'
import type { PageCube, PageCubes } from './page-cubes.ts'

export function countryName(code: string, language: Language): string {
  const countries = getCodeList('countries')
  return findCode(countries, code) ? labelOf(countries, code, language) : code
}

/** Every country there is, by its name in a language: what a form offers to choose from. */
export function countryChoices(language: Language): { code: string; label: string }[] {
  return getCodeList('countries')
    .codes.filter(({ code, validTo }) => /^[A-Z]{3}$/.test(code) && validTo === undefined)
    .map(({ code }) => ({ code, label: countryName(code, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
}

/** The dimension of the country that a cube is about; none where its countries are only counterparts. */
export function recordingPlace({ id, dimensions }: CubeAnswer): string | undefined {
  if (id === 'banxico-remittances') return undefined
  return ['country', 'destination'].find((place) =>
    dimensions.some((dimension) => dimension.id === place),
  )
}

/** Cubes whose dimension `country` is the country that recorded, in the order of preference for a map. */
const recorded = ['returns', 'movements', 'permits', 'residences', 'incidents'] as const

/** The cube that the map of the home page shows: the first of these that has figures. */
export function mapCube(cubes: PageCubes): PageCube | undefined {
  return recorded
    .flatMap((id) => cubes.find(id) ?? [])
    .find(({ lastYear }) => lastYear !== undefined)
}

/** Which countries a node has records of, and in which datasets. */
export async function listCountryEntries(
  cubes: PageCubes,
  region: readonly string[],
): Promise<{ readonly own: CountryEntry[]; readonly others: CountryEntry[] }> {
  const datasets = new Map<string, string[]>()
  for (const { answer, filled } of cubes.all) {
    const place = recordingPlace(answer)
    if (!filled || place === undefined) continue
    const { rowKeys } = await cubes.table(answer.id, `rows=${place}`)
    for (const [code] of rowKeys) {
      if (!/^[A-Z]{3}$/.test(code!)) continue
      datasets.set(code!, [...(datasets.get(code!) ?? []), answer.title])
    }
  }
  const entry = (code: string): CountryEntry => ({
    code,
    label: countryName(code, cubes.language),
    datasets: datasets.get(code) ?? [],
  })
  const byName = (a: CountryEntry, b: CountryEntry) =>
    a.label.localeCompare(b.label, cubes.language)
  const own = [...new Set(region)]
  const others = [...datasets.keys()].filter((code) => !own.includes(code))
  return { own: own.map(entry).sort(byName), others: others.map(entry).sort(byName) }
}
