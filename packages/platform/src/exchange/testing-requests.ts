/** Asks each address of a table; returns what is answered otherwise than it says, an address a line. */
export type Answers = (entry: string, table: string, accept?: string) => Promise<string[]>

/** What of a server is needed here. */
interface Asked {
  inject(request: { readonly url: string; readonly headers: Record<string, string> }): Promise<{
    readonly statusCode: number
    readonly body: string
    readonly headers: Readonly<Record<string, unknown>>
  }>
}

/** What the tables name in braces. */
const names: Readonly<Record<string, string>> = {
  flow: 'CAUDAL,UN_MIGRANT_STOCK,1.0.0',
  key: 'A.USA.MIGRANT_STOCK.SLV.......',
  owner: 'OWNER_OF_UN_MIGRANT_STOCK_2019',
}

/**
 * Holds answers of a server against a table of requests, a line each: the status, the address after
 * the entry point (`.` is the entry point itself), and after two spaces words, parted by bars, that the
 * answer has or, after a minus, has not. Every answer must be open to pages of others, no media type
 * may carry a charset, and an error must be a message of SDMX.
 */
export function answersOf(server: Asked): Answers {
  return async (entry, table, accept) => {
    const headers: Record<string, string> = accept === undefined ? {} : { accept }
    const wrong: string[] = []
    for (const line of named(table).trim().split('\n')) {
      const [, status, address, words] = /^\s*(\d{3}) (\S+)(?: {2}(.*))?$/.exec(line)!
      const path = address === '.' ? '' : address!
      const url = `${named(entry)}${path}`.replaceAll('[', '%5B').replaceAll(']', '%5D')
      const answer = await server.inject({ url, headers })
      const { statusCode, body } = answer
      const problems = [
        statusCode !== Number(status) && `${statusCode}, not ${status}`,
        answer.headers['access-control-allow-origin'] !== '*' && 'not open to other pages',
        JSON.stringify(answer.headers['content-type'] ?? '').includes('charset') && 'a charset',
        Number(status) >= 400 && !/ErrorMessage|"errors"/.test(body) && 'no error message of SDMX',
        ...(words?.split(' | ') ?? []).map((word) => {
          const mustLack = word.startsWith('-')
          return body.includes(mustLack ? word.slice(1) : word) === mustLack && word
        }),
      ]
      for (const problem of problems) if (problem !== false) wrong.push(`${url}: ${problem}`)
    }
    return wrong
  }
}

const named = (text: string) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
