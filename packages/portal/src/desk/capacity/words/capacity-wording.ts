/** What the pages of data capacity say. */
export interface CapacityWording {
  readonly lead: string
  readonly none: string
  readonly noneOf: string
  readonly country: string
  readonly chooseCountry: string
  readonly countryWrong: string
  readonly overall: string
  readonly newest: string
  readonly standing: string
  readonly noScore: string
  readonly private: string
  readonly public: string
  readonly answerTitle: string
  readonly answer: string
  readonly answerLead: string
  readonly notYours: string
  readonly notApplicable: string
  readonly evidence: string
  readonly evidenceHint: string
  readonly whyNotLabel: string
  readonly whyNot: string
  readonly nothingAnswered: string
  readonly clear: string
  readonly save: string
  readonly dimension: string
  readonly results: string
  readonly legend: string
  readonly versions: string
  readonly download: string
  readonly publish: string
  readonly takeBack: string
  titleOf(country: string): string
  version(version: number, day: string): string
  publicVersion(version: number): string
  answered(answered: number, of: number): string
  readonly next: string
  step(at: number, of: number): string
}
