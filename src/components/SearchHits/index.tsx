import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {pieces} from '@site/src/plugins/search/client/escape';
import {groupByPage, headingPath} from '@site/src/plugins/search/client/groups';
import type {Hit} from '@site/src/plugins/search/engine/protocol';
import styles from './styles.module.css';

/** A text with the found words marked. It is built from pieces of text, so nothing in it can become markup. */
function Marked({text}: {text: string}): ReactNode {
  return pieces(text).map((piece, index) => (piece.found ? <mark key={index}>{piece.text}</mark> : piece.text));
}

/** Hits, grouped by page, in the order of each page's first hit. */
export default function SearchHits({hits}: {hits: readonly Hit[]}): ReactNode {
  return (
    <ol className={styles.pages}>
      {groupByPage(hits).map(({url, title, section, release, hits: found}) => (
        <li key={url} className={styles.page}>
          <p className={styles.where}>{[release, section].filter(Boolean).join(' · ')}</p>
          <h2 className={styles.title}>
            <LocalLink to={url}>
              <Marked text={title} />
            </LocalLink>
          </h2>
          {found.map((hit) => (
            <Place key={hit.objectID} hit={hit} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Place({hit}: {hit: Hit}): ReactNode {
  const path = headingPath(hit);
  const says = hit._snippetResult?.content?.value ?? '';
  return (
    <div className={styles.place}>
      {path.length > 0 && (
        <LocalLink to={hit.url}>
          <Marked text={path.join(' › ')} />
        </LocalLink>
      )}
      {says !== '' && (
        <p>
          <Marked text={says} />
        </p>
      )}
    </div>
  );
}

/** Records hold whole addresses; on a preview or on this machine they lead to the same page of this site. */
function LocalLink({to, children}: {to: string; children: ReactNode}): ReactNode {
  const {pathname, search, hash} = new URL(to);
  return <Link to={useBaseUrl(pathname) + search + hash}>{children}</Link>;
}
