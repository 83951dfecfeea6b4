import type { CaudalNode } from './node.ts'

/**
 * A secret of the node for one purpose, of 32 bytes: drawn the first time, the same ever after, also
 * when the node key is rotated. It is in the register only as the node key wraps it.
 */
export async function nodeSecret(
  { register, keyring }: Pick<CaudalNode, 'register' | 'keyring'>,
  purpose: string,
): Promise<Buffer> {
  const find = async () => {
    const [row] = await register.query<{ wrapped: string }>(
      'select wrapped from node_secrets where purpose = $1',
      [purpose],
    )
    return row && keyring.unwrapDataKey(row.wrapped)
  }
  const known = await find()
  if (known !== undefined) return known
  const { wrapped } = keyring.createDataKey()
  await register.query(
    'insert into node_secrets (purpose, wrapped) values ($1, $2) on conflict do nothing',
    [purpose, wrapped],
  )
  return (await find())!
}
