export type ReadPage = {content: string; title: string};

/**
 * Fetches a written page of this room.
 *
 * @returns undefined when the server has no such file (a development server answers with the empty frame)
 */
export async function readPage(address: string, signal: AbortSignal): Promise<ReadPage | undefined> {
  const response = await fetch(address, {signal, headers: {accept: 'text/html'}});
  if (!response.ok) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const content = page.querySelector('#release-page')?.innerHTML ?? '';
  return content === '' ? undefined : {content, title: page.title};
}
