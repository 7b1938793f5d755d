import type * as z from 'zod';
import type {Repository, repositoriesFile} from './schemas/repositories';

type RepositoriesFile = z.infer<typeof repositoriesFile>;
type CodeHost = Pick<RepositoriesFile, 'code_host' | 'file_path'>;

/** Repositories that a reader can open get their addresses; private ones have none to give. */
export function withAddresses(file: RepositoriesFile): RepositoriesFile {
  const items = file.items.map((repository) => {
    if (repository.visibility === 'private') return repository;
    const url = `${file.code_host}/${repository.id}`;
    return {...repository, url, clone_url: `${url}.git`};
  });
  return {...file, items};
}

/** The address of a file of a repository, at the commit that this release was read at. */
export function fileUrl(
  host: CodeHost,
  repository: Pick<Repository, 'id' | 'ref'>,
  path: string,
  line: string | undefined,
): string {
  const template = line === undefined ? host.file_path.replace(/#.*$/, '') : host.file_path;
  const values: Record<string, string> = {
    host: host.code_host,
    repo: repository.id,
    ref: repository.ref,
    path: path.split('/').map(encodeURIComponent).join('/'),
    line: line ?? '',
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
