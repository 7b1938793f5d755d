import {useEffect, type ComponentProps, type ReactNode} from 'react';
import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal';
import Layout from '@theme-original/Navbar/MobileSidebar/Layout';

/**
 * The menu of a phone, for the keyboard too: it takes the focus when it opens, keeps it from the page that it covers,
 * closes with Escape, and gives the focus back to the button that opened it.
 */
export default function NavbarMobileSidebarLayoutWrapper(props: ComponentProps<typeof Layout>): ReactNode {
  const {shown, toggle} = useNavbarMobileSidebar();

  useEffect(() => {
    if (!shown) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [shown, toggle]);

  useEffect(() => {
    if (!shown) return undefined;
    const covered = [...document.querySelectorAll('#__docusaurus > :not(.navbar), .navbar__inner')];
    for (const element of covered) element.setAttribute('inert', '');
    document.querySelector<HTMLElement>('.navbar-sidebar__close')?.focus();
    return () => {
      for (const element of covered) element.removeAttribute('inert');
      if (document.activeElement?.closest('.navbar-sidebar')) {
        document.querySelector<HTMLElement>('.navbar__toggle')?.focus();
      }
    };
  }, [shown]);

  return <Layout {...props} />;
}
