import {lazy, Suspense, useImperativeHandle, useRef, useState, type ComponentType, type ReactNode} from 'react';
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
  // `npm start` sends no HTML.
  const [isInPage] = useState(process.env.NODE_ENV === 'production' && ExecutionEnvironment.canUseDOM && !isBrowser);
  if (isInPage) return <AsInPage />;
  return (
    <div className="code-as-drawn">
      <Suspense fallback={<Plain className={className} />}>
        <Highlighted className={className} />
      </Suspense>
    </div>
  );
}

function AsInPage(): ReactNode {
  const {
    wordWrap: {codeBlockRef},
  } = useCodeBlockContext();
  const drawn = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLPreElement | null, HTMLPreElement | null>(
    codeBlockRef,
    () => drawn.current?.querySelector('pre') ?? null,
  );
  return <div ref={drawn} className="code-as-drawn" dangerouslySetInnerHTML={AS_IN_PAGE} suppressHydrationWarning />;
}

/** The same lines in one color, as long as the highlighter is on its way. */
function Plain({className}: Props): ReactNode {
  const {
    metadata: {code},
    wordWrap: {codeBlockRef},
  } = useCodeBlockContext();
  return (
    <pre
      ref={codeBlockRef}
      tabIndex={0}
      className={clsx(className, 'prism-code', styles.codeBlock, 'thin-scrollbar')}
      style={codeTheme.plain}>
      <code className={styles.codeBlockLines}>{code}</code>
    </pre>
  );
}
