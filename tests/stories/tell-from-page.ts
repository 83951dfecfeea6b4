import type { Page } from 'playwright-core'

/** Tells the node something of data protection as whoever is signed in on a page. */
export function tell<Answer>(
  page: Page,
  method: string,
  path: string,
  body: object,
): Promise<Answer> {
  return page.evaluate(
    async ([how, to, given]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(to, { method: how, headers, body: given })
      // read to its end, or the page would wait for the rest of it
      const text = await answer.text()
      if (!answer.ok) throw new Error(text)
      return JSON.parse(text) as Answer
    },
    [method, `/api/govern/${path}`, JSON.stringify(body)] as const,
  )
}
