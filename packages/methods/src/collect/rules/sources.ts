/** Works that several record types take rules from. */
export const editing =
  'UN Statistics Division, Handbook on Population and Housing Census Editing, Revision 2 (2019), chapter II'

export const recommendations =
  'UN DESA, Recommendations on Statistics of International Migration, Revision 1 (1998), chapter V'

export const permits =
  'Regulation (EC) No 862/2007 on Community statistics on migration and international protection, article 6'

export const children =
  'Committee on the Rights of the Child, General comment No. 6 (2005), paragraphs 7-8'

export const reception =
  'IOM, Northern Triangle Migration Information Initiative: records of reception of returned migrants'

export const displacementStatistics =
  'EGRIS, International Recommendations on Internally Displaced Persons Statistics (2020)'

export const sampling =
  'UN Statistics Division, Designing Household Survey Samples: Practical Guidelines (2008), chapters 5 and 7'

export const divisions =
  'Laws on administrative divisions named by the code list of municipalities; UN OCHA, Common Operational Datasets, P-codes'
