// A node whose lake lies on a disk that can only be read: what its health says, what it still gives, and what
// an import answers.
import { withPathRefusal } from '../../../packages/platform/src/app/path-refusal.ts'
import { openTestServer } from '../../../packages/platform/src/app/server/testing-server.ts'
import { importFile } from '../../../packages/platform/src/collect/service.ts'
import { keeper, statistician } from '../../../packages/platform/src/govern/testing-actors.ts'
import { buildCubes } from '../../../packages/platform/src/measure/service.ts'
import { openNode } from '../../../packages/platform/src/store/index.ts'

const { root, registerUrl, file, profile } = JSON.parse(process.argv[2]!) as Record<
  'root' | 'registerUrl' | 'file' | 'profile',
  string
>

const node = await openNode({ root, registerUrl, threads: 1, memoryLimit: 2 ** 28 })
const here = await openTestServer(node)
try {
  const health = await here.browser().get('/health')
  await buildCubes(node, statistician)
  const table = await here.browser().get('/api/cubes/movements/table?rows=country')
  const refusal = await importFile(node, keeper, { file, profile }).then(
    () => undefined,
    (error: unknown) => withPathRefusal(error) as { code?: string; message: string },
  )
  process.stdout.write(
    JSON.stringify({
      health: { code: health.statusCode, ...health.json<object>() },
      table: table.statusCode,
      code: refusal?.code ?? '',
      message: refusal?.message.slice(0, 500) ?? '',
    }),
  )
} finally {
  await here.close()
  await node.close()
}
