import type {ReactNode} from 'react';
import DocItemFooter from '@theme-original/DocItem/Footer';
import Amendments from '@site/src/components/ReleaseLine/Amendments';

/** The theme's foot of a page, below the record of its corrections. */
export default function DocItemFooterWrapper(): ReactNode {
  return (
    <>
      <Amendments />
      <DocItemFooter />
    </>
  );
}
