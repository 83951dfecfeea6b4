import type { Text } from '../../vocabulary/index.ts'
import type { Cube, CubeMeasure } from '../cube.ts'
import { criterionNote } from './outcome-notes.ts'
import { citizenshipStatus } from './outcome-dimensions.ts'
import { coded, reportingCountry } from './person-dimensions.ts'
import { monthLevel, quarterLevel, yearLevel } from './dimensions.ts'

const unit: Text = { es: 'migraciones', en: 'migrations', fr: 'migrations' }
const everything = [
  'country',
  'time',
  'release',
  'direction',
  'citizenship_status',
  'figure_status',
]

const figure = (id: string, label: Text, more: Partial<CubeMeasure> = {}): CubeMeasure => ({
  id,
  label,
  unit,
  aggregate: 'sum',
  field: id,
  notAdditiveOver: ['release'],
  ...more,
})

/** The ends of intervals and standard errors do not add up over anything. */
const bound = (id: string, label: Text) =>
  figure(id, label, { decimals: 1, notAdditiveOver: everything })

/** Migrations of months that are not final, as each release estimated them. */
export const migrationEstimates: Cube = {
  id: 'migration-estimates',
  title: {
    es: 'Migraciones: estimaciones provisionales por edición',
    en: 'Migrations: provisional estimates by release',
    fr: 'Migrations : estimations provisoires par édition',
  },
  description: {
    es: 'Llegadas y salidas de migrantes de cada mes tal como las estimó cada edición, con intervalos del 80 y el 95 %.',
    en: 'Migrant arrivals and departures of each month as every release estimated them, with 80 and 95 % intervals.',
    fr: 'Arrivées et départs de migrants de chaque mois selon chaque édition, avec intervalles à 80 et 95 %.',
  },
  universe: {
    es: 'Cruces de personas enlazadas por mes y sentido; cada edición solo ve lo ocurrido antes de su fecha.',
    en: 'Crossings of linked persons by month and direction; each release sees only what happened before its day.',
    fr: 'Franchissements de personnes appariées par mois et sens ; chaque édition ne voit que ce qui précède sa date.',
  },
  recordType: 'estimate',
  dimensions: [
    reportingCountry,
    {
      id: 'time',
      label: {
        es: 'Mes de los cruces',
        en: 'Month of the crossings',
        fr: 'Mois des franchissements',
      },
      kind: 'time',
      field: 'period',
      levels: [{ ...monthLevel, from: { kind: 'self' } }, quarterLevel, yearLevel],
    },
    {
      id: 'release',
      label: { es: 'Mes de la edición', en: 'Month of release', fr: 'Mois de l’édition' },
      kind: 'time',
      field: 'release_on',
      levels: [monthLevel],
    },
    coded('direction', 'direction', { es: 'Sentido', en: 'Direction', fr: 'Sens' }),
    citizenshipStatus,
    coded('figure_status', 'figure-status', {
      es: 'Estado de la cifra',
      en: 'Status of the figure',
      fr: 'État du chiffre',
    }),
  ],
  measures: [
    figure('estimate', { es: 'Estimación', en: 'Estimate', fr: 'Estimation' }, { decimals: 1 }),
    figure('decided', { es: 'Ya decididas', en: 'Decided by then', fr: 'Déjà décidées' }),
    figure(
      'undecided',
      { es: 'Cruces por decidir', en: 'Undecided crossings', fr: 'Franchissements indécis' },
      {
        unit: { es: 'cruces', en: 'crossings', fr: 'franchissements' },
      },
    ),
    bound('standard_error', { es: 'Error típico', en: 'Standard error', fr: 'Erreur type' }),
    bound('low_80', {
      es: 'Límite inferior del 80 %',
      en: 'Lower end, 80 %',
      fr: 'Borne inférieure à 80 %',
    }),
    bound('high_80', {
      es: 'Límite superior del 80 %',
      en: 'Upper end, 80 %',
      fr: 'Borne supérieure à 80 %',
    }),
    bound('low_95', {
      es: 'Límite inferior del 95 %',
      en: 'Lower end, 95 %',
      fr: 'Borne inférieure à 95 %',
    }),
    bound('high_95', {
      es: 'Límite superior del 95 %',
      en: 'Upper end, 95 %',
      fr: 'Borne supérieure à 95 %',
    }),
  ],
  protection: 'release',
  methodVersion: '1',
  notes: [
    criterionNote,
    {
      es: 'Las ediciones no se suman. Un mes es definitivo cuando cada cruce se ha seguido 487 días; hasta entonces la cifra puede cambiar dentro de su intervalo.',
      en: 'Releases are not added. A month is final once each crossing has been followed for 487 days; until then the figure may change within its interval.',
      fr: 'Les éditions ne s’additionnent pas. Un mois est définitif quand chaque franchissement a été suivi 487 jours ; d’ici là le chiffre peut changer dans son intervalle.',
    },
  ],
  opening: { rows: ['time.quarter'], columns: ['direction'] },
}
