import {useEffect, useRef, useState, type ReactNode} from 'react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {usePluginData} from '@docusaurus/useGlobalData';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Layout from '@theme/Layout';
import NotFound from '@theme/NotFound';
import type {ReleasesGlobalData} from '..';
import {readPage} from './read-page';
import './releases.css';

/**
 * The frame of every page below /releases. The build writes the content of each into this frame as plain HTML
 * (static-pages.ts); in the browser React leaves what is there. Only a reader who comes by a link inside the app arrives
 * at an empty frame, and then the page's own file is fetched.
 */
export default function ReleasesRoot(): ReactNode {
  const {pathname} = useLocation();
  const address = pathname.replace(/\/$/, '');
  const isBrowser = useIsBrowser();
  // The server answered with the 404 page: there is nothing written at this address, and React has to find what it served.
  const [isServed404] = useState(
    () => !isBrowser && typeof document !== 'undefined' && !document.getElementById('release-page'),
  );
  if (isServed404) return <NotFound />;
  return (
    <Layout title="Releases" description="Every release of the documentation and what changed between any two.">
      <Head>{address === '/releases' ? null : <meta name="robots" content="noindex, follow" />}</Head>
      <main className="container margin-vert--lg release-pages">
        <PageContent key={address} address={address} />
      </main>
    </Layout>
  );
}

function writtenTitle(): string {
  if (typeof document === 'undefined') return '';
  return document.getElementById('release-page')?.dataset['title'] ?? '';
}

function PageContent({address}: {address: string}): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const [content, setContent] = useState('');
  const [isMissing, setMissing] = useState(false);
  // A written page brings its title, which must outlive the moment when React takes the head over.
  const [title, setTitle] = useState(writtenTitle);

  useEffect(() => {
    if (frame.current?.hasChildNodes()) return undefined;
    const abort = new AbortController();
    readPage(address, abort.signal).then(
      (page) => {
        if (!page) return setMissing(true);
        setContent(page.content);
        setTitle(page.title);
      },
      () => {
        if (!abort.signal.aborted) setMissing(true);
      },
    );
    return () => abort.abort();
  }, [address]);

  return (
    <>
      {title !== '' && (
        <Head>
          <title>{title}</title>
        </Head>
      )}
      {isMissing && <Missing address={address} />}
      <div ref={frame} id="release-page" suppressHydrationWarning dangerouslySetInnerHTML={{__html: content}} />
    </>
  );
}

function Missing({address}: {address: string}): ReactNode {
  const {releases} = usePluginData('releases') as ReleasesGlobalData;
  return (
    <>
      <h1>There is no such comparison</h1>
      <p>
        <code>{address}</code> is not written. Comparisons are made by <code>npm run build</code>; one of releases or
        pages that do not exist is never there.
      </p>
      <ul>
        {Object.entries(releases).map(([name, {label}]) => (
          <li key={name}>
            <Link to={`/releases/${name}`}>{label}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
