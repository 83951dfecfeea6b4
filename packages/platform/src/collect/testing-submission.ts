import { expect } from 'vitest'

interface Answer {
  readonly statusCode: number
  json(): unknown
}

/** Who sends: a browser that somebody has signed in with. */
interface Sender<Given extends Answer> {
  readonly browser: {
    post(url: string, body?: object): Promise<Given>
    send(options: {
      readonly method: 'PUT'
      readonly url: string
      readonly headers: Record<string, string>
      readonly payload: Buffer
    }): Promise<Given>
  }
}

/** Sends a file through the portal, in parts of at most so many bytes; gives the submission's number. */
export async function sendFile<Given extends Answer>(
  { browser }: Sender<Given>,
  content: string,
  most = 100,
): Promise<number> {
  const bytes = Buffer.from(content)
  const opened = await browser.post('/api/collect/submissions', {
    fileName: '../cruces.csv',
    bytes: bytes.length,
  })
  expect(opened.statusCode).toBe(201)
  const { id, fileName } = opened.json() as { id: number; fileName: string }
  expect(fileName).toBe('cruces.csv')
  for (let from = 0; from < bytes.length; from += most) {
    expect(
      (await sendPart({ browser }, id, from, bytes.subarray(from, from + most))).statusCode,
    ).toBe(200)
  }
  return id
}

export function sendPart<Given extends Answer>(
  { browser }: Sender<Given>,
  id: number,
  from: number,
  payload: Buffer,
): Promise<Given> {
  return browser.send({
    method: 'PUT',
    url: `/api/collect/submissions/${id}/parts/${from}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload,
  })
}
