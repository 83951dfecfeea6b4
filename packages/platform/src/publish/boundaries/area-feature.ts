/** Longitude and latitude in degrees (WGS 84). */
export type Position = readonly [longitude: number, latitude: number]

/** A closed ring; the first of a polygon is its outline, the others its holes. */
export type Ring = readonly Position[]

/** One area of a boundary set, before it is made light. */
export interface AreaFeature {
  /** Official code; features that share a code are one area. */
  readonly code: string
  readonly name?: string | undefined
  /** Other codes by which tables know the area. */
  readonly also?: readonly string[]
  /** `[polygons × rings]`; empty where only a point is known. */
  readonly polygons: readonly (readonly Ring[])[]
  /** Where to draw a square for an area that has no polygon of its own. */
  readonly point?: Position
}

/** What is said of a boundary set beside its geometry. */
export interface BoundaryAbout {
  readonly level: string
  /** ISO 3166-1 alpha-3; absent for a set of countries. */
  readonly country?: string | undefined
  readonly title: string
  readonly owner: string
  readonly licence: string
  /** What a reader must know of these boundaries, by language. */
  readonly note?: Readonly<Record<string, string>> | undefined
}
