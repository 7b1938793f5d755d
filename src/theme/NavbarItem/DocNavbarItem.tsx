import type {ReactNode} from 'react';
import {useActiveDocContext, useLayoutDoc} from '@docusaurus/plugin-content-docs/client';
import DefaultNavbarItem from '@theme/NavbarItem/DefaultNavbarItem';
import type {Props as DefaultProps} from '@theme/NavbarItem/DefaultNavbarItem';

type Props = DefaultProps & {
  docId: string;
  docsPluginId?: string;
  /** A regular expression of page ids: on these the item is marked as active. */
  activeDocs: string;
};

/**
 * A link in the bar to a page of the release being read (or the one the reader chose last). All our pages share one
 * sidebar, by which the theme's own item would mark every link as active; here the item says itself where it is.
 */
export default function DocNavbarItem({docId, docsPluginId, activeDocs, label, ...props}: Props): ReactNode {
  const doc = useLayoutDoc(docId, docsPluginId);
  const {activeDoc} = useActiveDocContext(docsPluginId);
  if (!doc) return null;
  const active = activeDoc !== undefined && new RegExp(activeDocs).test(activeDoc.id);
  return (
    <DefaultNavbarItem
      exact
      {...props}
      label={label ?? doc.id}
      to={doc.path}
      isActive={() => active}
      aria-current={activeDoc?.id === docId ? 'page' : undefined}
    />
  );
}
