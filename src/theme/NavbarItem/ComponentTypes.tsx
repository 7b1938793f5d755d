import ComponentTypes from '@theme-original/NavbarItem/ComponentTypes';
import ReleaseSwitcher from '@site/src/components/ReleaseSwitcher';

/** Docusaurus's navbar items, and one of ours: `{type: 'custom-releaseSwitcher'}`. */
export default {
  ...ComponentTypes,
  'custom-releaseSwitcher': ReleaseSwitcher,
};
