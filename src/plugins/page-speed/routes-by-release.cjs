/**
 * A loader: the application gets the pages of a release when it first needs one of them.
 *
 * Docusaurus lists the pages of all releases in three generated modules: `routes.js`, `routesChunkNames.json` and
 * `registry.js` (how each chunk is fetched). Here each of them keeps what is outside of releases; a release is a route with
 * `load()`, which fetches `routes.js?release=<name>`, a module that adds the rest to all three. See client/preload.ts.
 */
const {readFileSync} = require('node:fs');
const {dirname, join} = require('node:path');

const FILES = ['routes.js', 'routesChunkNames.json', 'registry.js'];

/** Name of the chunk with the pages of a release. */
const chunkOfRelease = (release) => `pages-of-${release}`;

/** The list of routes that Docusaurus has written as a module; a component as `{path, hash}`. */
function readRoutes(source) {
  const list = source.replace(/^import .*$/gm, '').replace('export default', 'return');
  return new Function('ComponentCreator', list)((path, hash) => ({path, hash}));
}

/** Lines of the registry by chunk, without the name that only the server reads: there it stands for what a page used. */
function readRegistry(source) {
  const lines = source.matchAll(/^ {2}"?([\w-]+)"?: (\[\(\) => .*\)), "[^"]+", (require\.resolveWeak\([^)]*\)\])/gm);
  return new Map([...lines].map(([, chunk, load, weak]) => [chunk, `${load}, "", ${weak}`]));
}

function fail(what) {
  throw new Error(
    `page-speed: ${what} in the routes that Docusaurus generates; they have changed, see src/plugins/page-speed/routes-by-release.cjs`,
  );
}

const leaves = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves));
const flat = (routes) => routes.flatMap((route) => [route, ...flat(route.routes ?? [])]);

/** The part of both lists that some routes need. */
function needed(routes, names, registry) {
  const keys = routes.map(({component: {path, hash}}) => `${path}-${hash}`).filter((key) => names[key]);
  const chunks = new Set(keys.flatMap((key) => leaves(names[key])));
  const unknown = [...chunks].find((chunk) => !registry.has(chunk));
  if (unknown) fail(`no chunk ${unknown}`);
  return {
    names: Object.fromEntries(keys.map((key) => [key, names[key]])),
    registry: `{${[...chunks].map((chunk) => `${JSON.stringify(chunk)}: ${registry.get(chunk)}`).join(',\n')}}`,
  };
}

/** The routes as a script; those of releases fetch what is below them. */
function write(routes, releases = new Map()) {
  const one = (route) => {
    const {component, routes: inner, ...rest} = route;
    const release = releases.get(route);
    const properties = Object.entries(rest).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    properties.push(
      `component: ComponentCreator(${JSON.stringify(component.path)}, ${JSON.stringify(component.hash)})`,
    );
    if (release) {
      properties.push(`async load() {
        this.routes ??= (await import(/* webpackChunkName: "${chunkOfRelease(release)}" */ "@generated/routes.js?release=${release}")).default;
      }`);
    } else if (inner) properties.push(`routes: [${inner.map(one).join(',\n')}]`);
    return `{${properties.join(', ')}}`;
  };
  return `[${routes.map(one).join(',\n')}]`;
}

/**
 * What a generated module is in the application.
 *
 * Its option `releases` says which routes those are: `{name, path}` each.
 * @throws when the modules are not what Docusaurus wrote so far
 */
module.exports = function routesByRelease(source) {
  const folder = dirname(this.resourcePath);
  const [routesSource, namesSource, registrySource] = FILES.map((name) => {
    const file = join(folder, name);
    this.addDependency(file);
    return file === this.resourcePath ? source : readFileSync(file, 'utf8');
  });
  const routes = readRoutes(routesSource);
  const names = JSON.parse(namesSource);
  const registry = readRegistry(registrySource);
  const releases = new Map();
  for (const route of routes.flatMap((root) => root.routes ?? [])) {
    const release = this.getOptions().releases.find(({path}) => path === route.path);
    if (release && route.routes) releases.set(route, release.name);
  }
  if (releases.size !== this.getOptions().releases.length) fail(`${releases.size} releases`);

  const asked = new URLSearchParams(this.resourceQuery).get('release');
  if (asked) {
    const {routes: pages} = [...releases.keys()].find((route) => releases.get(route) === asked);
    const its = needed(flat(pages), names, registry);
    return `import ComponentCreator from '@docusaurus/ComponentCreator';
import names from '@generated/routesChunkNames';
import registry from '@generated/registry';
Object.assign(names, ${JSON.stringify(its.names)});
Object.assign(registry, ${its.registry});
export default ${write(pages)};
`;
  }
  const late = new Set([...releases.keys()].flatMap((route) => flat(route.routes)));
  const first = needed(
    flat(routes).filter((route) => !late.has(route)),
    names,
    registry,
  );
  if (this.resourcePath.endsWith('registry.js')) return `export default ${first.registry};\n`;
  if (this.resourcePath.endsWith('.json')) return JSON.stringify(first.names);
  return `import ComponentCreator from '@docusaurus/ComponentCreator';
export default ${write(routes, releases)};
`;
};
module.exports.chunkOfRelease = chunkOfRelease;
