import type { Cube } from '../cube.ts'
import { missingMigrants } from './missing-migrants.ts'

// One source has editions, of which one counts for a year; institutions of several countries all count.
const { editionsBy: _, ...ofOneSource } = missingMigrants

/**
 * Deaths and disappearances that the countries of the node recorded themselves. Apart from those
 * that IOM gathers, which would count some of them again.
 */
export const incidents: Cube = {
  ...ofOneSource,
  id: 'incidents',
  title: {
    es: 'Muertes y desapariciones registradas por los países',
    en: 'Deaths and disappearances recorded by the countries',
    fr: 'Décès et disparitions enregistrés par les pays',
  },
  description: {
    es: 'Incidentes en los que murieron o desaparecieron personas migrantes, por mes, país y causa, según las instituciones de cada país.',
    en: 'Incidents in which migrants died or went missing, by month, country and cause, by the institutions of each country.',
    fr: 'Incidents au cours desquels des migrants sont morts ou ont disparu, par mois, pays et cause, selon les institutions de chaque pays.',
  },
  // 3: incidents of every institution of a year count, where those of one edition did.
  methodVersion: '3',
  datasets: ['incidents', 'synthetic-incidents'],
}
