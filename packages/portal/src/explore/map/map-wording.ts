import type { ClassMethod, MapMark } from '@caudal/methods/publish/map'

/** The words of a map. Numbers, names and periods come in ready to be read. */
export interface MapWords {
  readonly loading: string
  readonly failed: string
  readonly retry: string
  readonly empty: string
  readonly noAreas: string

  readonly showAs: string
  readonly marks: Readonly<Record<MapMark, string>>
  readonly figure: string
  readonly value: string
  readonly share: string
  readonly shareUnit: string
  readonly classes: string
  readonly byHand: string
  readonly limits: string
  readonly limitsHelp: string
  readonly limitsUnread: string
  readonly classMethods: Readonly<Record<ClassMethod, string>>
  readonly labels: string
  readonly previous: (dimension: string) => string
  readonly next: (dimension: string) => string
  readonly total: string

  /** Name of the picture for those who cannot see it. */
  readonly picture: (title: string, areas: string) => string
  readonly pictureHelp: string
  readonly area: string
  readonly chooseArea: string
  readonly rank: (rank: string, of: string) => string
  readonly shareOfAll: (percent: string) => string
  readonly shareOfArea: (percent: string, label: string) => string
  readonly noFigure: string
  readonly hidden: string
  readonly provisional: string

  readonly legend: string
  readonly areasIn: (n: number, text: string) => string
  readonly classRange: (from: string, to: string) => string
  readonly missing: string
  readonly suppressed: string
  readonly zero: string
  readonly negative: string
  readonly notInTable: string
  readonly land: string
  readonly squareMeans: string
  readonly insets: string
  readonly countsShaded: string
  readonly sharesNote: string
  readonly samePeriods: string

  readonly withoutBoundary: (n: number, text: string, of: string, list: string) => string
  readonly unplaced: (list: string) => string
  readonly noBoundaries: string
  readonly mostlyTiles: string
  readonly byName: (n: number, text: string) => string
  readonly source: (list: string) => string
  readonly disclaimer: string

  readonly summary: {
    readonly highest: (at: string, label: string, value: string) => string
    readonly highestWithShare: (at: string, label: string, value: string, percent: string) => string
    readonly next: (list: string) => string
    readonly part: (label: string, value: string) => string
    readonly lowest: (label: string, value: string) => string
    readonly allEqual: (areas: string, value: string) => string
    readonly single: (at: string, label: string, value: string) => string
    readonly half: (value: string) => string
    readonly zeros: (n: number, text: string) => string
    readonly losses: (n: number, text: string) => string
    readonly missing: (n: number, text: string) => string
    readonly suppressed: (n: number, text: string) => string
    readonly nothing: string
  }
}
