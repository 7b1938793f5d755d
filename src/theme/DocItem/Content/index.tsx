import type {ComponentProps, ReactNode} from 'react';
import DocItemContent from '@theme-original/DocItem/Content';
import StatusBanner from '@site/src/components/StatusBanner';

/** The theme's article, with the page's status above it. */
export default function DocItemContentWrapper(props: ComponentProps<typeof DocItemContent>): ReactNode {
  return (
    <>
      {/* On a phone the menu needs a script. Without one the list of pages is below the article. */}
      <noscript>
        <a className="pages-jump" href="#all-pages">
          All pages of this release
        </a>
      </noscript>
      <StatusBanner />
      <DocItemContent {...props} />
    </>
  );
}
