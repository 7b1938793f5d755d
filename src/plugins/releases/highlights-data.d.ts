/** What `contentLoaded` of this room writes for the home page. */
declare module '@generated/releases/default/highlights.json' {
  import type {HighlightLink} from '@site/src/plugins/releases/highlights';

  const highlights: readonly HighlightLink[];
  export default highlights;
}
