/** The words of the pages on methods, on terms and on data. */
export interface HandbookWording {
  readonly methods: string
  readonly methodsLead: string
  /** Said where the page's own language is not the reader's; empty where it is. */
  readonly inEnglish: string
  readonly chapters: string
  readonly chaptersLead: string
  readonly reference: string
  readonly referenceLead: string
  readonly stages: Readonly<Record<string, { readonly title: string; readonly lead: string }>>
  readonly offered: (functions: number) => string
  readonly onThisPage: string
  readonly parameters: string
  readonly returns: string
  readonly throws: string
  readonly sources: string
  readonly examples: string
  readonly declaredIn: string
  readonly declaration: string
  readonly unknownPage: string
  readonly unknownPageAdvice: string
  readonly data: string
  readonly dataLead: string
  readonly collections: string
  readonly filesLead: string
  readonly interfaceTitle: string
  readonly interfaceLead: string
  readonly interfaceLink: string
  readonly tryIt: string
  readonly tryItLead: (title: string) => string
  readonly sdmx: string
  readonly sdmxLead: string
  readonly language: string
  readonly cube: string
  readonly noCubes: string
}
