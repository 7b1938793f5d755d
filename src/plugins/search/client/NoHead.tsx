/** In place of `@docusaurus/Head` in the theme's search bar, whose only use of it is to connect to Algolia ahead. */
export default function NoHead(): null {
  return null;
}
