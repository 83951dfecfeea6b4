const base = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1'

/** Namespaces of SDMX-ML 2.1. */
export const namespaces = {
  mes: `${base}/message`,
  str: `${base}/structure`,
  com: `${base}/common`,
  gen: `${base}/data/generic`,
  dsd: `${base}/data/structurespecific`,
  md: `${base}/metadata/generic`,
  footer: `${base}/message/footer`,
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Declarations of namespaces, for the root of a message. */
export function declarations(...prefixes: readonly (keyof typeof namespaces)[]): string {
  return prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('')
}
