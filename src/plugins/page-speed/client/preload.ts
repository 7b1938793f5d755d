import routes from '@generated/routes';
import {matchRoutes, type RouteConfig} from 'react-router-config';

/** A release: its pages are not listed before they are wanted (see ../routes-by-release.cjs). */
type Release = RouteConfig & {load?(): Promise<void>};
type Page = {preload?(): Promise<void>};

const matched = (paths: Set<string>) =>
  [...paths].flatMap((path) => matchRoutes(routes as unknown as Release[], path).map(({route}) => route as Release));

/**
 * In the place of Docusaurus's own: fetches what a page needs to be drawn, the list of the pages of its release first.
 *
 * @param pathname as in a location
 * @throws when a file does not come; asked again, it is fetched again
 */
export default async function preload(pathname: string): Promise<void> {
  const paths = new Set([pathname, decodeURI(pathname)]);
  await Promise.all(matched(paths).map((route) => route.load?.()));
  await Promise.all(matched(paths).map(({component}) => (component as Page | undefined)?.preload?.()));
}
