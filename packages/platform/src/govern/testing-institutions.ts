import type { CaudalNode } from '../store/index.ts'
import { addVersion } from './registers/documents.ts'

/** The institutions of Honduras that tests speak of, with the country of each. SYNTHETIC contacts. */
const institutions = [
  ['hn-inm', 'Instituto Nacional de Migración'],
  ['hn-ine', 'Instituto Nacional de Estadística'],
  ['hn-bcie', 'Banco Centroamericano de Integración Económica'],
] as const

/** Opens nodes whose register of institutions holds those that the documents of a test name. */
export function withInstitutions(open: () => Promise<CaudalNode>): () => Promise<CaudalNode> {
  return async () => {
    const node = await open()
    for (const [id, name] of institutions) {
      const content = { name, country: 'HND', contact: 'nobody@example.org' }
      await addVersion(node.register, 'institution', id, content, 0, 'test')
    }
    return node
  }
}
