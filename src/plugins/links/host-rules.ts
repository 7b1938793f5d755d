import type {SiteRedirect} from './all-redirects';

const note =
  'Generated from src/plugins/links/redirects.json and releases.json by "npx docusaurus links:deploy"; do not edit.';

/** Netlify, Cloudflare Pages: a `_redirects` file. */
export function netlifyRules(redirects: readonly SiteRedirect[]): string {
  const width = Math.max(...redirects.map(({from}) => from.length));
  return `# ${note}\n${redirects.map(({from, to, isTemporary}) => `${from.padEnd(width)} ${to} ${isTemporary ? 302 : 301}`).join('\n')}\n`;
}

/** nginx: maps to include in the http block and the server lines that use them. */
export function nginxRules(redirects: readonly SiteRedirect[]): string {
  const rows = (isTemporary: boolean): string =>
    redirects
      .filter((redirect) => redirect.isTemporary === isTemporary)
      .map(({from, to}) => `  ${from} ${to};\n`)
      .join('');
  // nginx refuses a map with a key that is longer than a bucket, and those of its default hold 46 bytes.
  const longest = Math.max(...redirects.map(({from}) => from.length));
  return `# ${note}
# In the http block: include this file. In the server block:
#
#   root /srv/docs;                       # the build folder
#   if ($docs_moved) { return 301 $docs_moved$is_args$args; }
#   if ($docs_for_now) { return 302 $docs_for_now$is_args$args; }
#   rewrite ^(/.+)/$ $1 permanent;        # one address a page: without the trailing slash
#   location / { try_files $uri $uri.html $uri/index.html =404; }
#   location ~ ^/(assets|fonts)/ { add_header Cache-Control "public, max-age=31536000, immutable"; }
#   gzip_static on; brotli_static on;     # the build has .gz and .br beside every file of text
#   add_header Content-Security-Policy "..." always;   # the line of _headers in the build folder
#   error_page 404 /404.html;
map_hash_bucket_size ${2 ** Math.ceil(Math.log2(longest + 32))}; # the longest address and its overhead; may stand once in the http block
map $uri $docs_moved {
  default "";
${rows(false)}}
map $uri $docs_for_now {
  default "";
${rows(true)}}
`;
}

/** Caddy, which drops the query of an address unless told: a snippet with the redirects and the way this site is served. */
export function caddyRules(redirects: readonly SiteRedirect[]): string {
  return `# ${note}
# In a site block: root * /srv/docs, then "import molecule_docs".
(molecule_docs) {
  map {query} {docs_query} {
    ~.+     "?\${0}"
    default ""
  }
${redirects.map(({from, to, isTemporary}) => `  redir ${from} ${to}{docs_query} ${isTemporary ? 'temporary' : 'permanent'}`).join('\n')}
  @slash path_regexp slash ^(.+)/$
  redir @slash {re.slash.1}{docs_query} permanent
  @immutable path /assets/* /fonts/*
  header @immutable Cache-Control "public, max-age=31536000, immutable"
  try_files {path} {path}.html {path}/index.html
  file_server {
    precompressed br gzip
  }
  handle_errors {
    rewrite * /404.html
    file_server
  }
}
`;
}
