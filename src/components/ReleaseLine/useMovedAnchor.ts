import {useEffect} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {movedTo, pageDataOf} from './page-data';

/** A reader who arrives at an anchor that this release does not have is led to the nearest heading above it that it has. */
export function useMovedAnchor(): void {
  const {frontMatter} = useDoc();
  const location = useLocation();
  const history = useHistory();
  const {hash, pathname, search} = location;
  useEffect(() => {
    let anchor: string;
    try {
      anchor = decodeURIComponent(hash.slice(1));
    } catch {
      return;
    }
    if (anchor === '' || document.getElementById(anchor)) return;
    const target = movedTo(anchor, pageDataOf(frontMatter)?.moved ?? {});
    if (target === undefined) return;
    history.replace({pathname, search, hash: target === '' ? '' : `#${target}`});
    document.getElementById(target)?.scrollIntoView();
  }, [frontMatter, hash, history, pathname, search]);
}
