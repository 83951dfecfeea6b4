/** What the pages say on which less usual files are explained. */
export interface ExplainWording {
  readonly fixed: {
    readonly title: string
    readonly lead: string
    readonly ruler: string
    readonly cutAt: (letter: string) => string
    readonly cut: string
    readonly name: string
    readonly nameOf: (at: number) => string
    readonly start: string
    readonly startOf: (at: number) => string
    readonly width: string
    readonly widthOf: (at: number) => string
    readonly join: string
    readonly joinOf: (name: string) => string
    readonly usualName: (at: number) => string
  }
  readonly wide: {
    readonly title: string
    readonly lead: string
    readonly is: string
    readonly keep: string
    readonly nameTo: string
    readonly valueTo: string
    readonly usualName: string
    readonly usualValue: string
    readonly dropMissing: string
  }
  readonly zone: {
    readonly title: string
    readonly hint: string
    readonly ofColumn: string
    readonly ofColumnHint: string
  }
  readonly split: {
    readonly title: string
    readonly lead: string
    readonly column: string
    readonly columnOf: (at: number) => string
    readonly pattern: string
    readonly patternOf: (at: number) => string
    readonly parts: (names: string) => string
    readonly noParts: string
    readonly add: string
    readonly remove: (column: string) => string
  }
  readonly rules: {
    readonly title: string
    readonly lead: string
    readonly from: string
    readonly to: string
    readonly regex: string
    readonly ignoreCase: string
    readonly validFrom: string
    readonly validTo: string
    readonly of: (part: string, at: number) => string
    readonly add: (field: string) => string
    readonly remove: (at: number) => string
  }
  readonly text: {
    readonly title: string
    readonly lead: string
    readonly label: string
    readonly use: string
    readonly broken: (reason: string) => string
  }
}
