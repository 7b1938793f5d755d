import type {ComponentProps, ReactNode} from 'react';
import DocSidebar from '@theme-original/DocSidebar';

/** The theme's sidebar, with an anchor: without JavaScript a phone has it below the page, and a link leads to it. */
export default function DocSidebarWrapper(props: ComponentProps<typeof DocSidebar>): ReactNode {
  return (
    <>
      <span id="all-pages" className="sidebar-start" />
      <DocSidebar {...props} />
    </>
  );
}
