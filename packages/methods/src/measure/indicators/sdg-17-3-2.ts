import { simpleRate } from './simple-rate.ts'

/** SDG 17.3.2: remittances received, % of GDP. @see United Nations, SDG indicator metadata 17.3.2 */
export const remittancesOfGdp = simpleRate(
  {
    id: 'sdg-17-3-2',
    title: {
      es: 'ODS 17.3.2: remesas recibidas',
      en: 'SDG 17.3.2: remittances received',
      fr: 'ODD 17.3.2 : envois de fonds reçus',
    },
    unit: { es: '% del PIB', en: '% of GDP', fr: '% du PIB' },
    source: 'United Nations, SDG indicator metadata 17.3.2',
    disaggregations: [],
  },
  {
    column: 'remittances_received',
    meaning: {
      es: 'remesas personales recibidas, en dólares',
      en: 'personal remittances received, in US dollars',
      fr: 'envois de fonds personnels reçus, en dollars',
    },
    kind: 'number',
  },
  {
    column: 'gdp',
    meaning: { es: 'PIB, en dólares', en: 'GDP, in US dollars', fr: 'PIB, en dollars' },
    kind: 'number',
  },
  100,
)
