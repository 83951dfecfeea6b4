import type { Cube } from '../cube.ts'
import { continentLevel, quarterLevel, regionLevel, yearLevel } from './dimensions.ts'

/** Remittances to and from Mexico by country, from the balance of payments. */
export const banxicoRemittances: Cube = {
  id: 'banxico-remittances',
  title: {
    es: 'México: remesas por país de origen y de destino',
    en: 'Mexico: remittances by country of origin and destination',
    fr: 'Mexique : envois de fonds par pays d’origine et de destination',
  },
  description: {
    es: 'Ingresos y egresos por remesas de México con cada país, por trimestre, según el Banco de México.',
    en: 'Remittances received and sent by Mexico with each country, by quarter, from Banco de México.',
    fr: 'Envois de fonds reçus et émis par le Mexique avec chaque pays, par trimestre, selon la Banque du Mexique.',
  },
  universe: {
    es: 'Remesas familiares que las empresas y bancos que las pagan o envían declaran al banco central. No incluye lo que viaja en mano por otros medios.',
    en: 'Family remittances that the companies and banks which pay or send them report to the central bank. What travels by hand otherwise is not included.',
    fr: 'Envois de fonds familiaux que les entreprises et banques qui les paient ou les envoient déclarent à la banque centrale. Ce qui voyage autrement de la main à la main n’y est pas.',
  },
  recordType: 'observation',
  datasets: ['banxico-remittances'],
  dimensions: [
    {
      id: 'time',
      label: { es: 'Tiempo', en: 'Time', fr: 'Temps' },
      kind: 'time',
      field: 'period',
      levels: [{ ...quarterLevel, from: { kind: 'self' } }, yearLevel],
    },
    {
      id: 'country',
      label: { es: 'País', en: 'Country', fr: 'Pays' },
      kind: 'area',
      field: 'counterpart_area',
      codeList: 'countries',
      levels: [
        {
          id: 'country',
          label: {
            es: 'País de contraparte',
            en: 'Counterpart country',
            fr: 'Pays de contrepartie',
          },
          from: { kind: 'self' },
        },
        regionLevel,
        continentLevel,
      ],
    },
    {
      id: 'flow',
      label: { es: 'Flujo', en: 'Flow', fr: 'Flux' },
      kind: 'code',
      field: 'measure',
      codeList: 'measures',
      shownAlone: 'remittances-received',
    },
  ],
  measures: [
    {
      id: 'amount',
      label: { es: 'Monto', en: 'Amount', fr: 'Montant' },
      unit: { es: 'dólares de EE. UU.', en: 'US dollars', fr: 'dollars des États-Unis' },
      aggregate: 'sum',
      field: 'value',
      notAdditiveOver: ['flow'],
    },
  ],
  protection: 'none',
  methodVersion: '1',
  notes: [
    {
      es: 'Lo recibido y lo enviado no se suman. Todas las filas de la fuente se toman tal como vienen, a precios corrientes.',
      en: 'What is received and what is sent are not added together. All rows of the source are taken as they are, at current prices.',
      fr: 'Ce qui est reçu et ce qui est envoyé ne s’additionnent pas. Toutes les lignes de la source sont prises telles quelles, à prix courants.',
    },
  ],
  opening: { rows: ['country'], columns: ['time.year'] },
}
