/**
 * The route of a page inside its release, by the rules of Docusaurus: `index`, `README` and a file named like its folder
 * stand for the folder; a slug in the front matter wins.
 *
 * @returns without slashes at the ends; '' is the start page
 */
export function routeOf(id: string, slug?: string): string {
  const parts = id.split('/');
  const name = parts.at(-1) ?? '';
  const folder = parts.slice(0, -1).join('/');
  if (slug !== undefined) return (slug.startsWith('/') ? slug : `${folder}/${slug}`).replace(/^\/+|\/+$/g, '');
  const isIndex = /^(index|readme)$/i.test(name) || name.toLowerCase() === parts.at(-2)?.toLowerCase();
  return isIndex ? folder : id;
}

/** The address of a page. @param base where its release is, without a slash at the end */
export function addressOf(base: string, route: string): string {
  return route === '' ? base : `${base}/${route}`;
}
