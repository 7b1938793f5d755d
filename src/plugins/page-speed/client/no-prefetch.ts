/** In the place of Docusaurus's prefetch of everything in view. */
export default function noPrefetch(): Promise<void> {
  return Promise.resolve();
}
