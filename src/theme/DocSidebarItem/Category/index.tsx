import {useEffect, useRef, type ReactNode} from 'react';
import type {Props} from '@theme/DocSidebarItem/Category';
import {isActiveSidebarItem} from '@docusaurus/plugin-content-docs/client';
import DocSidebarItems from '@theme/DocSidebarItems';
import {isRemembered, remember} from './open-categories';

/**
 * A sidebar category as a <details>: all links are in the HTML, it opens without JavaScript, and the browser's own
 * find-in-page can look inside. Which ones a reader opened is kept for the session.
 */
export default function DocSidebarItemCategory({item, activePath, level, onItemClick}: Props): ReactNode {
  const ref = useRef<HTMLDetailsElement>(null);
  const active = isActiveSidebarItem(item, activePath);
  const wasActive = useRef(active);

  useEffect(() => {
    // The page's own category is open in its HTML; who has closed it since wants it closed.
    const isEntered = active && !wasActive.current;
    wasActive.current = active;
    if (ref.current && (isEntered || isRemembered(item.label))) ref.current.open = true;
  }, [active, item.label]);

  return (
    <li className="menu__list-item">
      <details
        ref={ref}
        className="sidebar-category"
        open={active || !item.collapsed}
        onToggle={(event) => {
          // The event bubbles in React: only this category's own toggle counts.
          if (event.target === ref.current) remember(item.label, ref.current.open);
        }}>
        <summary>{item.label}</summary>
        <ul className="menu__list">
          <DocSidebarItems items={item.items} activePath={activePath} level={level + 1} onItemClick={onItemClick} />
        </ul>
      </details>
    </li>
  );
}
