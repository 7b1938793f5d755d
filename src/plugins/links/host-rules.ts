import type {Redirect} from './redirect-table';

const note = 'Generated from src/plugins/links/redirects.json by "npx docusaurus links:deploy"; do not edit.';

/** Netlify, Cloudflare Pages: a `_redirects` file. */
export function netlifyRules(redirects: readonly Redirect[]): string {
  const width = Math.max(...redirects.map(({from}) => from.length));
  return `# ${note}\n${redirects.map(({from, to}) => `${from.padEnd(width)} ${to} 301`).join('\n')}\n`;
}

/** nginx: a map to include in the http block and the server lines that use it. */
export function nginxRules(redirects: readonly Redirect[]): string {
  return `# ${note}
# In the http block: include this file. In the server block:
#
#   root /srv/docs;                       # the build folder
#   if ($docs_moved) { return 301 $docs_moved$is_args$args; }
#   rewrite ^(/.+)/$ $1 permanent;        # one address a page: without the trailing slash
#   location / { try_files $uri $uri.html $uri/index.html =404; }
#   location ~ ^/(assets|fonts)/ { add_header Cache-Control "public, max-age=31536000, immutable"; }
#   gzip_static on; brotli_static on;     # the build has .gz and .br beside every file of text
#   add_header Content-Security-Policy "..." always;   # the line of _headers in the build folder
#   error_page 404 /404.html;
map $uri $docs_moved {
  default "";
${redirects.map(({from, to}) => `  ${from} ${to};`).join('\n')}
}
`;
}

/** Caddy: a snippet with the redirects and the way this site is served. */
export function caddyRules(redirects: readonly Redirect[]): string {
  return `# ${note}
# In a site block: root * /srv/docs, then "import molecule_docs".
(molecule_docs) {
${redirects.map(({from, to}) => `  redir ${from} ${to} permanent`).join('\n')}
  @slash path_regexp slash ^(.+)/$
  redir @slash {re.slash.1} permanent
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
