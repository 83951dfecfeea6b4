/**
 * Two figures of Afghanistan for 2007 as the service gave them, with every key of an answer; of its lists
 * of codes an excerpt. Taken from a recording of
 * `Series/Data?seriesCode=SH_OOP_XPD_EARNNET40&areaCode=4&pageSize=1000&page=1` that is published with
 * another client of the service (GitHub, v-a-s-a/sdgdata, tests/fixtures/unsd_api), not from the service
 * itself.
 *
 * @see United Nations Statistics Division, SDG Global Database, https://unstats.un.org/sdgs/dataportal,
 * release 2026.Q1.G.01, indicator 3.8.2
 */
export function recordedUnSdgAnswer() {
  const figure = (value: string, quantile: string) => ({
    goal: ['3'],
    target: ['3.8'],
    indicator: ['3.8.2'],
    series: 'SH_OOP_XPD_EARNNET40',
    seriesDescription:
      'Proportion of the population with positive out-of-pocket household expenditure on health exceeding 40% of household discretionary budget, by location, quintile, type of household and characteristics of the head of household (%)',
    seriesCount: '12271',
    geoAreaCode: '4',
    geoAreaName: 'Afghanistan',
    timePeriodStart: 2007.0,
    value,
    valueType: 'Float',
    time_detail: null,
    timeCoverage: null,
    upperBound: null,
    lowerBound: null,
    basePeriod: null,
    source:
      'Afghanistan - National Risk and Vulnerability Assessment Survey 2007-2008- World Bank SHES serie',
    geoInfoUrl: null,
    footnotes: [
      'Survey-based estimate, using household total consumption expenditure in the denominator',
    ],
    attributes: { Nature: 'G', Units: 'PERCENT' },
    dimensions: {
      Age: 'ALLAGE',
      Location: 'ALLAREA',
      Sex: 'BOTHSEX',
      'Reporting Type': 'G',
      Quantile: quantile,
      Type_of_household: '_T',
    },
  })
  return {
    size: 1000,
    totalElements: 62,
    totalPages: 1,
    pageNumber: 1,
    attributes: [
      {
        id: 'Nature',
        codes: [
          { code: 'G', description: 'Global monitoring data', sdmx: 'G' },
          { code: 'NA', description: 'Data nature not available', sdmx: '_X' },
        ],
      },
    ],
    dimensions: [
      {
        id: 'Age',
        codes: [
          { code: 'ALLAGE', description: 'All age ranges or no breaks by age', sdmx: '_T' },
          { code: '60+', description: '60 years old and over', sdmx: 'Y_GE60' },
        ],
      },
      {
        id: 'Location',
        codes: [
          { code: 'ALLAREA', description: 'All areas', sdmx: '_T' },
          { code: 'URBAN', description: 'Urban', sdmx: 'U' },
        ],
      },
      {
        id: 'Quantile',
        codes: [
          { code: 'Q5', description: 'Quantile 5 (richest)', sdmx: 'Q5' },
          { code: '_T', description: 'Total (national average) or no breakdown', sdmx: '_T' },
        ],
      },
      {
        id: 'Reporting Type',
        codes: [
          { code: 'R', description: 'Regional', sdmx: 'R' },
          { code: 'N', description: 'National', sdmx: 'N' },
          { code: 'G', description: 'Global', sdmx: 'G' },
        ],
      },
      {
        id: 'Sex',
        codes: [
          { code: 'FEMALE', description: 'Female', sdmx: 'F' },
          { code: 'MALE', description: 'Male', sdmx: 'M' },
          { code: 'BOTHSEX', description: 'Both sexes', sdmx: '_T' },
        ],
      },
      {
        id: 'Type_of_household',
        codes: [{ code: '_T', description: 'All type of households', sdmx: '_T' }],
      },
    ],
    data: [figure('24.36', '_T'), figure('0.13', 'Q5')],
  }
}
