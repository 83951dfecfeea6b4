import type { HandbookWording } from './handbook-wording.ts'

export const english: HandbookWording = {
  methods: 'Methods',
  methodsLead:
    'How the figures are made: what is counted, by which rule, with which formula and after whom. The reference is written beside the program itself, so it says what the program does.',
  inEnglish: '',
  chapters: 'Chapters',
  chaptersLead: 'One method each, from the question to its limits.',
  reference: 'Reference',
  referenceLead: 'Every rule and formula, stage by stage, in the order that data flow.',
  stages: {
    collect: {
      title: 'Collect',
      lead: 'Record types, source profiles and the rules that check what comes in.',
    },
    link: { title: 'Link', lead: 'Finding which records are of one person, and how surely.' },
    measure: {
      title: 'Measure',
      lead: 'Migration from journeys, estimates, surveys, indicators and cubes.',
    },
    protect: {
      title: 'Protect',
      lead: 'Suppression, the attacker, cell keys, rounding and noise.',
    },
    publish: { title: 'Publish', lead: 'Tables, calculations, charts and maps.' },
    exchange: { title: 'Exchange', lead: 'SDMX: structures, messages, queries and validation.' },
    govern: {
      title: 'Govern',
      lead: 'Who may do what, for which purpose, and the log that shows it.',
    },
  },
  offered: (functions) => (functions === 1 ? '1 function' : `${functions} functions`),
  onThisPage: 'On this page',
  parameters: 'Parameters',
  returns: 'Returns',
  throws: 'Refuses or fails',
  sources: 'Sources',
  examples: 'Examples',
  declaredIn: 'In',
  declaration: 'Declaration',
  unknownPage: 'There is no such page of the handbook',
  unknownPageAdvice: 'All its pages are listed under Methods.',
  data: 'Data and interface',
  dataLead:
    'Every figure of this node can be taken along: as a file, or by a program through an open interface that needs no key for what is public.',
  collections: 'Collections of figures',
  filesLead: 'Each table downloads in full in these formats; the addresses stay the same.',
  interfaceTitle: 'The interface',
  interfaceLead:
    'One address per table: rows, columns and conditions stand in it, as in the address of the page.',
  interfaceLink: 'Full description (OpenAPI)',
  tryIt: 'Examples to copy',
  tryItLead: (title) => `Each fetches “${title}” from this node.`,
  sdmx: 'SDMX',
  sdmxLead:
    'The same figures for statistical software that speaks SDMX, in version 2 and version 3 of its services.',
  language: 'Language',
  cube: 'Collection',
  noCubes: 'There are no figures in this node yet.',
}
