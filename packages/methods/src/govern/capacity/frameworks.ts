/** A published framework that a question is taken from. */
export interface Framework {
  readonly citation: string
  readonly address: string
}

/** What the questionnaire follows; none of them is copied, and none gives a score of its own here. */
export const frameworks = {
  compact: {
    citation:
      'United Nations (2018), Global Compact for Safe, Orderly and Regular Migration, A/RES/73/195, objective 1, para. 17',
    address: 'https://docs.un.org/en/A/RES/73/195',
  },
  step: {
    citation: 'PARIS21, Statistical Evaluation and Progress (STEP), questionnaire',
    address: 'http://www.paris21.org/statistical-evaluation-and-progress-step',
  },
  nsds: {
    citation: 'PARIS21, NSDS Guidelines, 3.1 Assess the NSS capacity',
    address:
      'https://nsdsguidelines.paris21.org/nsds-lifecycle/design-stage/assessing-the-nss/assess-the-NSS-capacity',
  },
  nqaf: {
    citation:
      'United Nations (2019), National Quality Assurance Frameworks Manual for Official Statistics',
    address: 'https://unstats.un.org/unsd/methodology/dataquality/un-nqaf/',
  },
  essentials: {
    citation: 'IOM, Essentials of Migration Data, part I, chapter 2',
    address:
      'https://www.migrationdataportal.org/handbooks/chapter-2-using-migration-data-and-research-inform-policy-making-and-decision-making',
  },
  questions: {
    citation:
      'United Nations Expert Group on Migration Statistics, Standard questions on international migration: guidance note for the use in population censuses and household surveys',
    address:
      'https://www.scribd.com/document/657491520/Standard-Set-of-Migration-Questions-2019-04-03',
  },
} as const satisfies Readonly<Record<string, Framework>>

export type FrameworkId = keyof typeof frameworks
