import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A line to a node that can be cut and mended: what a browser sees when an office loses its connection. */
export interface Line {
  readonly address: string
  cut(): Promise<void>
  mend(): Promise<void>
}

/** @param node address of the node at the other end */
export async function lineTo(node: string): Promise<Line> {
  const { hostname, port } = new URL(node)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      // A line that is cut is an error at both ends, and what the story is about.
      one.on('error', () => {})
    }
    near.pipe(far).pipe(near)
  })
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const own = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${own}`,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
    mend: () => listen(own),
  }
}
