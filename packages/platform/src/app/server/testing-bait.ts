import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'

/** Text that means something to SQL, to a path, to HTML, to a header, to JavaScript or to a regular expression. */
export const bait = [
  "' or 1=1 --",
  '"; drop table accounts; --',
  "'; select pg_sleep(9); --",
  "') union select password_hash from accounts --",
  '"country" from read_csv(\'/etc/passwd\') --',
  "read_text('/etc/passwd')",
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  '/etc/passwd\u0000.json',
  '<script>alert(1)</script>',
  'a\r\nset-cookie: caudal=x',
  '__proto__',
  'constructor',
  'toString',
  '(a+)+$',
  '{{7*7}}${7*7}',
  '￿퟿',
  'x'.repeat(5000),
]

/** Names that an attacker tries whatever a route knows. */
export const foreign = ['__proto__', 'unheard-of']

/** By method and address of a route: the names that its code has looked for, in queries and in bodies. */
export const askedFor = {
  query: new Map<string, Set<string>>(),
  body: new Map<string, Set<string>>(),
}

/**
 * Notes which names the code of a route looks for, as it looks for them: so every parameter of every route
 * is known, also of one that is written tomorrow.
 */
export function noteNames(server: FastifyInstance): void {
  server.addHook('preHandler', async (request) => {
    const route = `${request.method} ${request.routeOptions.url ?? ''}`
    for (const part of ['query', 'body'] as const) {
      const given: unknown = request[part]
      if (typeof given !== 'object' || given === null || Array.isArray(given)) continue
      const names = askedFor[part].get(route) ?? new Set()
      askedFor[part].set(route, names)
      request[part] = new Proxy(given, {
        get(target, name) {
          if (typeof name === 'string' && !Object.hasOwn(Object.prototype, name)) names.add(name)
          return Reflect.get(target, name) as unknown
        },
      })
    }
  })
}

/** Parameters of SDMX REST 1.5 and 2.2, and one that nobody knows. */
export const sdmxParameters = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'includeHistory',
  'references',
  'attributes',
  'measures',
  'mode',
  'format',
  'c[REF_AREA]',
  'c[TIME_PERIOD]',
  'asOf',
  'unheard-of',
]

export async function check(
  answer: { statusCode: number; body: string; headers: object },
  about: string,
) {
  expect([about, answer.statusCode < 500 || [501, 503].includes(answer.statusCode)]).toEqual([
    about,
    true,
  ])
  // Neither a file of the machine, nor the words of a database, nor a place in the program.
  expect(answer.body).not.toMatch(
    /root:.*:0:0|syntax error at|Parser Error|Binder Error|Catalog Error/,
  )
  expect(answer.body).not.toMatch(/argon2id|node_modules|\.ts:\d+/)
  expect(JSON.stringify(answer.headers)).not.toContain('caudal=x')
}
