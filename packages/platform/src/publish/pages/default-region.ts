/** Mesoamerica and the Caribbean: the countries that a node shows unless it is told otherwise. */
export const defaultRegion: readonly string[] = [
  'BLZ',
  'CRI',
  'CUB',
  'DOM',
  'SLV',
  'GTM',
  'HTI',
  'HND',
  'JAM',
  'MEX',
  'NIC',
  'PAN',
  'TTO',
]
