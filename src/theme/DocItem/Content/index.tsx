import type {ComponentProps, ReactNode} from 'react';
import DocItemContent from '@theme-original/DocItem/Content';
import StatusBanner from '@site/src/components/StatusBanner';

/** The theme's article, with the page's status above it. */
export default function DocItemContentWrapper(props: ComponentProps<typeof DocItemContent>): ReactNode {
  return (
    <>
      <StatusBanner />
      <DocItemContent {...props} />
    </>
  );
}
