import type { Cube } from '../cube.ts'
import { missingMigrants } from './missing-migrants.ts'
import { daysOf } from './outcome-dimensions.ts'
import { coded } from './person-dimensions.ts'

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
    es: 'Incidentes en los que murieron o desaparecieron personas migrantes, por día, país y causa, según las instituciones de cada país.',
    en: 'Incidents in which migrants died or went missing, by day, country and cause, by the institutions of each country.',
    fr: 'Incidents au cours desquels des migrants sont morts ou ont disparu, par jour, pays et cause, selon les institutions de chaque pays.',
  },
  view: {
    fields: [{ id: 'happened', type: 'period' }],
    // the day counts where it lies in the month and the year that the source counts the incident in
    sql: (facts) => `
select *, case when strftime(occurred_on, '%Y-%m') = coalesce(month, strftime(occurred_on, '%Y-%m'))
    and year(occurred_on) = coalesce(year, year(occurred_on)) then strftime(occurred_on, '%Y-%m-%d')
  else coalesce(month, year::varchar) end as happened
from ${facts}`,
  },
  dimensions: [
    daysOf('happened'),
    ...missingMigrants.dimensions.filter(({ id }) => id !== 'time'),
    coded('source_quality', 'incident-source-quality', {
      es: 'Calidad de la fuente',
      en: 'Source quality',
      fr: 'Qualité de la source',
    }),
  ],
  // 3: incidents of every institution of a year count, where those of one edition did.
  // 4: by day where it is known.
  methodVersion: '4',
  datasets: ['incidents', 'synthetic-incidents'],
}
