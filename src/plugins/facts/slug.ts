/** `POST /workspaces/:id` becomes `post-workspaces-id`: lower case, and one hyphen for all else. */
export function slug(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A slug of long text, cut at a word so that an address stays readable. */
export function shortSlug(value: string, limit = 60): string {
  const whole = slug(value);
  return whole.length <= limit ? whole : whole.slice(0, limit + 1).replace(/-[^-]*$/, '');
}
