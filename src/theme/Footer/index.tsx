import {Suspense, type ComponentProps, type ReactNode} from 'react';
import Footer from '@theme-original/Footer';

/** A part that comes to life by itself: see src/theme/Layout. */
export default function FooterWrapper(props: ComponentProps<typeof Footer>): ReactNode {
  return (
    <Suspense>
      <Footer {...props} />
    </Suspense>
  );
}
