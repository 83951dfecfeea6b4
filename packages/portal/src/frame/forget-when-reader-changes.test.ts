import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { forgetWhenReaderChanges } from './forget-when-reader-changes.ts'

const table = ['table', '/api/cubes/movements/table?rows=sex']

function screen() {
  const client = new QueryClient()
  forgetWhenReaderChanges(client)
  return {
    client,
    tell: (id: string | null) =>
      client.fetchQuery({
        queryKey: ['account'],
        queryFn: async () => ({ account: id === null ? null : { id } }),
        staleTime: 0,
      }),
  }
}

describe('What a screen remembers of figures', () => {
  it('is forgotten when somebody signs in, signs out, or another takes the seat', async () => {
    const { client, tell } = screen()
    await tell(null)
    for (const next of ['ana', null, 'ana', 'berta']) {
      client.setQueryData(table, { grandTotal: 5000 })
      await tell(next)
      expect([next, client.getQueryData(table)]).toEqual([next, undefined])
    }
  })

  it('stays while the same reader goes on', async () => {
    const { client, tell } = screen()
    await tell('ana')
    client.setQueryData(table, { grandTotal: 5000 })
    await tell('ana')
    expect(client.getQueryData(table)).toEqual({ grandTotal: 5000 })
  })
})
