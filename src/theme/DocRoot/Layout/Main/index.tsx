import {Suspense, type ComponentProps, type ReactNode} from 'react';
import DocRootLayoutMain from '@theme-original/DocRoot/Layout/Main';

/** A part that comes to life by itself: see src/theme/Layout. */
export default function DocRootLayoutMainWrapper(props: ComponentProps<typeof DocRootLayoutMain>): ReactNode {
  return (
    <Suspense>
      <DocRootLayoutMain {...props} />
    </Suspense>
  );
}
