import { expect, test } from 'vitest'
import { openTestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'

test('somebody’s views are kept, renamed and forgotten under names of their own, and are nobody else’s', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const ana = (await here.enrol('ana', ['researcher'])).browser
    here.clock.advance(60)
    const eva = (await here.enrol('eva', ['researcher'])).browser
    const given = { name: '  Llegadas   a El Salvador ', cube: 'movements', query: 'rows=country' }
    const kept = await ana.post('/api/publish/views', given)
    const view = kept.json<{ id: string; name: string }>()
    expect([kept.statusCode, view.name]).toEqual([201, 'Llegadas a El Salvador'])
    const codeOf = async (name: string, cube = 'movements') =>
      (await ana.post('/api/publish/views', { ...given, name, cube })).json<{ code: string }>().code
    expect(await codeOf('LLEGADAS A EL SALVADOR')).toBe('views.name-taken')
    expect(await codeOf(' ')).toBe('views.name-empty')
    expect(await codeOf('Other', 'no-such')).toBe('views.cube-unknown')
    expect(await codeOf('x'.repeat(121))).toBe('govern.request.field-wrong')

    expect((await eva.get('/api/publish/views')).json()).toEqual({ views: [] })
    const address = `/api/publish/views/${view.id}`
    expect((await eva.delete(address)).json()).toMatchObject({ code: 'views.unknown' })
    expect((await eva.patch(address, { name: 'Mine' })).json()).toMatchObject({
      code: 'views.unknown',
    })
    expect((await ana.patch(address, { name: 'Arrivals' })).json()).toMatchObject({
      name: 'Arrivals',
      query: 'rows=country',
    })
    expect((await ana.delete(address)).statusCode).toBe(204)
    expect((await ana.get('/api/publish/views')).json()).toEqual({ views: [] })
    await here.close()
  })
})
