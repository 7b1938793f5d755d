import {createServer} from 'node:http';
import {createReadStream, existsSync, readFileSync, statSync} from 'node:fs';
import {extname, join, normalize, sep} from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

function fileFor(folder, pathname) {
  const inside = normalize(join(folder, pathname));
  // A path may not climb out of the folder.
  if (inside !== folder && !inside.startsWith(folder + sep)) return undefined;
  const candidates = [inside, `${inside}.html`, join(inside, 'index.html')];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}

/** Redirects that a host makes from the same table as the pages (see deploy/). */
function redirectTable(folder) {
  const file = join(folder, '_redirects');
  if (!existsSync(file)) return new Map();
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([from, to]) => from?.startsWith('/') && to);
  return new Map(rows.map(([from, to, status]) => [from, {to, status: Number(status)}]));
}

/**
 * Serves a built site the way a static host does: addresses without .html, 404.html for what is missing, the redirects of
 * `_redirects`, compressed files where the build made them, immutable assets cached for a year.
 *
 * @param {string} folder the build
 * @returns {import('node:http').Server} not listening yet
 */
export function staticServer(folder) {
  const root = normalize(folder);
  const redirects = redirectTable(root);
  return createServer((request, response) => {
    let url;
    let pathname;
    try {
      url = new URL(request.url ?? '/', 'http://localhost');
      pathname = decodeURIComponent(url.pathname);
    } catch {
      response.writeHead(400).end('bad request');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, {Allow: 'GET, HEAD'}).end();
      return;
    }
    const moved = redirects.get(pathname);
    if (moved) {
      response.writeHead(moved.status, {Location: moved.to + url.search}).end();
      return;
    }
    // One address a page: the one without the trailing slash. As it was asked for: a header takes no decoded text.
    if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
      response.writeHead(301, {Location: url.pathname.replace(/\/+$/, '') + url.search}).end();
      return;
    }
    const found = fileFor(root, pathname);
    const file = found ?? join(root, '404.html');
    const headers = {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cache-Control':
        /\/(assets|fonts)\//.test(pathname) && found ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      Vary: 'Accept-Encoding',
    };
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const packed = [
      ['br', `${file}.br`],
      ['gzip', `${file}.gz`],
    ].find(([name, path]) => accepted.includes(name) && existsSync(path));
    if (packed) headers['Content-Encoding'] = packed[0];
    const body = packed ? packed[1] : file;
    headers['Content-Length'] = statSync(body).size;
    response.writeHead(found ? 200 : 404, headers);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    createReadStream(body).pipe(response);
  });
}
