import type { Dependency } from '../table/dependency.ts'

/**
 * Of dependencies that figures contradict those that they do not, each asked by itself with what other releases say
 * of the same dimensions: records that did not keep to where posts are tell nothing of citizenships.
 *
 * @param isSound whether the figures keep to some of them
 */
export function soundDependencies(
  dependencies: readonly Dependency[],
  isSound: (dependencies: readonly Dependency[]) => boolean,
): Dependency[] {
  const alike = new Map<string, Dependency[]>()
  for (const each of dependencies) {
    const key = JSON.stringify(each.dimensions)
    const known = alike.get(key)
    if (known === undefined) alike.set(key, [each])
    else known.push(each)
  }
  return [...alike.values()].filter(isSound).flat()
}
