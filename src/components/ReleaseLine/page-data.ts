import type {PageReleaseData} from '@site/src/plugins/releases/page-data';

/** Reads what the releases room put into a page's front matter (page-data.ts there). */
export function pageDataOf(frontMatter: object): PageReleaseData | undefined {
  return 'release_data' in frontMatter ? (frontMatter.release_data as PageReleaseData) : undefined;
}

/**
 * The anchor that answers for one that is not on the page.
 *
 * @returns undefined when nothing is known about it; '' for the top of the page
 */
export function movedTo(anchor: string, moved: PageReleaseData['moved']): string | undefined {
  return Object.entries(moved).find(([, anchors]) => anchors.includes(anchor))?.[0];
}
