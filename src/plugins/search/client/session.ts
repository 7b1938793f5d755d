import type {AlgoliaAccess} from './algolia';
import {Backend} from './backend';
import {openEmbedded, type Embedded} from './embedded';

/** The search of this tab: opened once, on first use. */
export interface Session {
  backend: Backend;
  embedded: Embedded;
}

let session: Session | null = null;

/** @param base address of the site's root, with a slash at the end */
export function openSession(base: string, latest: string, access: AlgoliaAccess | null): Session {
  if (!session) {
    const embedded = openEmbedded(base, latest);
    session = {embedded, backend: new Backend(embedded, access)};
  }
  return session;
}
