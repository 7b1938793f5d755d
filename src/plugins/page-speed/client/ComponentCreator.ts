import {createElement, type ComponentType, type ReactElement} from 'react';
import createComponent from '@docusaurus/ComponentCreator';

type Page = ComponentType<object> & {preload(): Promise<void>};

/**
 * The component of a route, made when the route is first wanted. Docusaurus makes those of all pages of all releases when the
 * application starts.
 */
export default function createPage(path: string, hash: string): Page {
  let made: Page | undefined;
  const page = (): Page => (made ??= createComponent(path, hash) as unknown as Page);
  return Object.assign((props: object): ReactElement => createElement(page(), props), {
    preload: () => page().preload(),
  });
}
