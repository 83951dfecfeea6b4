import type { Language } from '@caudal/methods/vocabulary'
import { sendBytes, tellNode } from '../../../node-api/ask-node.ts'
import type { ListedSubmission } from './submission.ts'

/**
 * Sends a file part by part, from where an earlier attempt stopped.
 *
 * @param unfinished a submission of the same file that has not come to its end
 * @param onReceived told how many bytes the node has, after each part
 * @returns number of the submission
 * @throws Problem where the node refuses or is not reached; what was received stays
 */
export async function sendFile(
  file: File,
  unfinished: ListedSubmission | undefined,
  partBytes: number,
  language: Language,
  onReceived: (bytes: number) => void,
): Promise<number> {
  const { id, receivedBytes } =
    unfinished ??
    (await tellNode<ListedSubmission>('POST', '/api/collect/submissions', language, {
      fileName: file.name,
      bytes: file.size,
    }))
  let from = receivedBytes
  onReceived(from)
  while (from < file.size) {
    const answer = await sendBytes<{ receivedBytes: number }>(
      `/api/collect/submissions/${id}/parts/${from}`,
      language,
      file.slice(from, from + partBytes),
    )
    from = answer.receivedBytes
    onReceived(from)
  }
  await tellNode('POST', `/api/collect/submissions/${id}/suggestion`, language, {})
  return id
}
