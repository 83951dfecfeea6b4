import { describe, expect, it } from 'vitest'
import { saySubject, type SubjectNames } from './say-subject.ts'

const maria = '6f1c2c1e-0000-4000-8000-000000000001'
const names: SubjectNames = {
  people: { [maria]: 'María' },
  cubes: new Map([['movements', 'Cruces de frontera']]),
  countries: new Map([['GTM', 'Guatemala']]),
}

describe('What an entry of the audit log is about', () => {
  it.each([
    ['cube:movements', 'es', 'Datos: Cruces de frontera'],
    [`account:${maria}`, 'es', 'Cuenta: María'],
    ['batch:12', 'en', 'File received: 12'],
    ['batch:12, 14', 'fr', 'Fichier reçu\u00a0: 12, 14'],
    ['capacity:GTM', 'en', 'Self-assessment: Guatemala'],
    ['mirror:GTM-SLV', 'es', 'Comparación espejo: Guatemala – SLV'],
    ['alerts:mail', 'es', 'Avisos por correo'],
    ['break:3', 'en', 'Break in a series: 3'],
    ['export', 'fr', 'Exportation du journal'],
    ['entries', 'es', 'Entradas del registro'],
    ['register:breach', 'en', 'Register: Data breaches'],
    ['form:3', 'fr', 'Formulaire\u00a0: 3'],
    ['activity:border', 'en', 'Processing activities: border'],
  ] as const)('%s is said as readers say it', (subject, language, said) => {
    expect(saySubject(subject, names, language)).toBe(said)
  })

  it('that a newer node writes is shown as it is written', () => {
    expect(saySubject('comet:9', names, 'es')).toBe('comet:9')
  })
})
