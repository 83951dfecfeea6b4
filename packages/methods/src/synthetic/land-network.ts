import { choiceOf, type Choice } from '../numerics/index.ts'
import type { CountryParameters } from './parameters.ts'

/** A place where a border is crossed, with its post on each side; -1 where that side is not drawn. */
export interface BorderPoint {
  readonly mode: string
  readonly fromPost: number
  readonly toPost: number
}

/** Which places touch, where their borders are crossed, and the shortest way between any two. */
export interface LandNetwork {
  /** Points from place a to place b, by `a * 256 + b`. */
  readonly points: ReadonlyMap<number, Choice<BorderPoint>>
  /** `paths[a][b]`: the places from a to b, both included; undefined where no land leads there. */
  readonly paths: readonly (readonly (readonly number[] | undefined)[])[]
}

/**
 * The land network of all known countries, drawn or not: a journey from a drawn country may lead
 * through one that is not.
 *
 * @param placeOf index of a place by its code
 * @param postOf index of a post by its code, -1 where its country is not drawn
 */
export function landNetwork(
  countries: readonly CountryParameters[],
  places: number,
  placeOf: (code: string) => number,
  postOf: (code: string) => number,
): LandNetwork {
  const entries = new Map<number, [BorderPoint, number][]>()
  const add = (a: number, b: number, point: BorderPoint, weight: number) => {
    const key = a * 256 + b
    const list = entries.get(key)
    if (list) list.push([point, weight])
    else entries.set(key, [[point, weight]])
  }
  const seen = new Set<string>()
  for (const country of countries) {
    for (const post of country.posts) {
      if (post.neighbour === undefined || seen.has(post.code)) continue
      seen.add(post.code)
      if (post.faces !== undefined) seen.add(post.faces)
      const here = placeOf(country.code)
      const there = placeOf(post.neighbour)
      const herePost = postOf(post.code)
      const therePost = post.faces === undefined ? -1 : postOf(post.faces)
      const { mode, weight } = post
      add(here, there, { mode, fromPost: herePost, toPost: therePost }, weight)
      add(there, here, { mode, fromPost: therePost, toPost: herePost }, weight)
    }
  }
  const neighbours = Array.from({ length: places }, (_, a) =>
    [...entries.keys()]
      .filter((key) => Math.floor(key / 256) === a)
      .map((key) => key % 256)
      .sort((left, right) => left - right),
  )
  return {
    points: new Map([...entries].map(([key, list]) => [key, choiceOf(list)])),
    paths: neighbours.map((_, from) => pathsFrom(from, neighbours)),
  }
}

/** Shortest paths by breadth, the lower index first where two are equally short. */
function pathsFrom(from: number, neighbours: readonly (readonly number[])[]) {
  const paths: (readonly number[] | undefined)[] = neighbours.map(() => undefined)
  const queue: number[][] = [[from]]
  for (let path = queue.shift(); path; path = queue.shift()) {
    const last = path.at(-1)!
    if (paths[last]) continue
    paths[last] = path
    for (const next of neighbours[last]!) if (!paths[next]) queue.push([...path, next])
  }
  return paths
}
