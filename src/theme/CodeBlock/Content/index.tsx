import {lazy, Suspense, useState, type ComponentType, type ReactNode} from 'react';
import clsx from 'clsx';
import ExecutionEnvironment from '@docusaurus/ExecutionEnvironment';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {useCodeBlockContext} from '@docusaurus/theme-common/internal';
import type {Props} from '@theme/CodeBlock/Content';
import {codeTheme} from '@site/src/css/code-theme';
import styles from '@docusaurus/theme-classic/lib/theme/CodeBlock/Content/styles.module.css';

/** The highlighter is a quarter of the application: its own file, fetched when a page is drawn that came without HTML. */
const Highlighted = lazy<ComponentType<Props>>(() => import('@site/src/components/HighlightedCode'));

/** One object: React writes the content again when it sees another. */
const AS_IN_PAGE = {__html: ''};

/**
 * The code of a block. In a page's HTML it is highlighted already: there the application leaves it as it is, which saves
 * the highlighter and a large part of what it takes to bring a page to life.
 */
export default function CodeBlockContent({className}: Props): ReactNode {
  const isBrowser = useIsBrowser();
  const [isInPage] = useState(ExecutionEnvironment.canUseDOM && !isBrowser);
  const {wordWrap} = useCodeBlockContext();
  if (isInPage) {
    return (
      <div
        className="code-as-drawn"
        ref={(element) => {
          wordWrap.codeBlockRef.current = element?.querySelector('pre') ?? null;
        }}
        dangerouslySetInnerHTML={AS_IN_PAGE}
        suppressHydrationWarning
      />
    );
  }
  return (
    <div className="code-as-drawn">
      <Suspense fallback={<Plain className={className} />}>
        <Highlighted className={className} />
      </Suspense>
    </div>
  );
}

/** The same lines in one color, as long as the highlighter is on its way. */
function Plain({className}: Props): ReactNode {
  const {metadata, wordWrap} = useCodeBlockContext();
  return (
    <pre
      ref={wordWrap.codeBlockRef}
      tabIndex={0}
      className={clsx(className, 'prism-code', styles.codeBlock, 'thin-scrollbar')}
      style={codeTheme.plain}>
      <code className={styles.codeBlockLines}>{metadata.code}</code>
    </pre>
  );
}
