import {createHash} from 'node:crypto';

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * A Content-Security-Policy that allows this site and nothing else: its own files, and the inline scripts by their hashes.
 * Speculation rules are an inline script to the browser and have a hash too, so the keyword for all such rules is not
 * needed. Styles may be inline: highlighted code and widths are style attributes.
 *
 * @param connect origins that search asks, when it is not this site
 */
export function contentSecurityPolicy(scripts: readonly string[], connect: readonly string[] = []): string {
  const hashes = [...new Set(scripts)].map(sha256).sort();
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers for hosts that read `_headers`: what never changes is kept for a year, and the policy is sent with every page. */
export function headersFile(policy: string): string {
  const immutable = 'Cache-Control: public, max-age=31536000, immutable';
  return `/assets/*\n  ${immutable}\n/fonts/*\n  ${immutable}\n/*\n  Content-Security-Policy: ${policy}\n`;
}
