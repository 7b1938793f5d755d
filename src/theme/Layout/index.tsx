import {Suspense, useEffect, type ComponentProps, type ReactNode} from 'react';
import Layout from '@theme-original/Layout';

/**
 * The theme's layout, in parts that come to life one after the other: first the bar with its controls, then what is below it,
 * or that part at once that the reader touches. The loader (src/plugins/page-speed/client/loader.ts) waits for the first.
 */
export default function LayoutWrapper({children, ...props}: ComponentProps<typeof Layout>): ReactNode {
  useEffect(() => {
    document.documentElement.dataset['controls'] = 'ready';
  }, []);
  return (
    <Layout {...props}>
      <Suspense>{children}</Suspense>
    </Layout>
  );
}
