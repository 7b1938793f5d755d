import {Suspense, type ComponentProps, type ReactNode} from 'react';
import DocRootLayoutSidebar from '@theme-original/DocRoot/Layout/Sidebar';

/** A part that comes to life by itself: see src/theme/Layout. */
export default function DocRootLayoutSidebarWrapper(props: ComponentProps<typeof DocRootLayoutSidebar>): ReactNode {
  return (
    <Suspense>
      <DocRootLayoutSidebar {...props} />
    </Suspense>
  );
}
