/** Reads a file of the site's own search folder. The manifest may change between builds; the other files never do. */
export async function fetchJson(base: string, file: string): Promise<unknown> {
  const response = await fetch(base + file, file.endsWith('manifest.json') ? {cache: 'no-cache'} : {});
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes('json')) {
    throw new Error(`the search index ${file} is not there (${response.status})`);
  }
  return response.json();
}
