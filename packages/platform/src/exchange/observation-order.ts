import {
  allDimensions,
  dimensionIds,
  type DataQuery,
  type DataStructure,
} from '@caudal/methods/exchange'

/**
 * The order in which observations are asked for, so that those of one series, as it is packaged, lie
 * together. Empty where it is that of the key and of time, in which figures are kept.
 */
export function observationOrder(
  { sort, dimensionAtObservation = 'TIME_PERIOD' }: DataQuery,
  structure: DataStructure,
): { component: string; descending: boolean }[] {
  const ids = dimensionIds(structure)
  const isFlat = dimensionAtObservation === allDimensions
  const ofSeries = ids.filter((id) => !isFlat && id !== dimensionAtObservation)
  const wanted = sort.flatMap(({ component, descending }) => {
    if (component === '*') return ids.map((id) => ({ component: id, descending }))
    if (component !== 'series_key') return [{ component, descending }]
    return (isFlat ? ids : ofSeries).map((id) => ({ component: id, descending }))
  })
  const isNatural =
    (isFlat || dimensionAtObservation === 'TIME_PERIOD') &&
    wanted.every(({ component, descending }, index) => !descending && component === ids[index])
  if (isNatural) return []
  const taken = new Set(wanted.map(({ component }) => component))
  const left = (among: readonly string[]) =>
    among.filter((id) => !taken.has(id)).map((component) => ({ component, descending: false }))
  if (isFlat) return [...wanted, ...left(ids)]
  const first = wanted.filter(({ component }) => ofSeries.includes(component))
  const last = wanted.filter(({ component }) => !ofSeries.includes(component))
  return [...first, ...left(ofSeries), ...last, ...left([dimensionAtObservation])]
}
