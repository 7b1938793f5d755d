/**
 * The only script that a page runs by itself; src/plugins/page-speed/loader.ts makes it small and puts it into every head.
 * It starts the application at the first sign that the reader wants something that only the application can do, keeps what
 * the reader does until then, and does it once the application is there. Its settings are attributes of its own tag:
 *
 *   data-app      addresses of scripts, in order: the application's first, those of the page, the application's last
 *   data-search   address of the search dialog's script, fetched beside them when it is search that the reader wants
 *   data-now      the page is made by the application: start at once
 *   data-release  where the reader's preferred release is kept, and the one that needs no preference
 *   data-rules    speculation rules: how the next page is made instant before the application is there
 *
 * It is a script and no module: the block keeps its names to itself.
 */
/** Where the sidebar's open categories are kept; ../loader.ts puts it in. */
declare const SIDEBAR_KEY: string;

{
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

  // A field in a form with an address is sent by the browser; its button needs nobody either.
  const CONTROLS = ':is(button,[role=tab],[role=button],input,select,textarea):not(form[action] *)';
  const FIELDS = 'input,select,textarea';
  const CATEGORY = '.sidebar-category > summary';
  const OPEN_MENU = '.navbar details[open]';

  const html = document.documentElement;
  let {search = ''} = document.currentScript!.dataset;
  const {app = '', now, release = '', rules = ''} = document.currentScript!.dataset;
  const [releaseKey = '', latest = ''] = release.split(' ');

  const busy = new Set<Element>();
  const fields = new Map<Field, string>();
  let waiting: (() => void)[] = [];
  let started = false;
  let searching = false;
  const done = new AbortController();

  const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    addEventListener(type, listener, {capture: true, signal: done.signal});
  const closest = <E extends Element = HTMLElement>({target}: Event, selector: string) =>
    target instanceof Element ? target.closest<E>(selector) : null;
  const openMenu = () => document.querySelector<HTMLDetailsElement>(OPEN_MENU);
  const parsed = (work: () => void) =>
    document.readyState === 'loading' ? addEventListener('DOMContentLoaded', work) : work();
  /** Storage may be forbidden, then nothing is remembered; an anchor may be no text, then nothing has it. */
  const tried = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const idle = () => {
    busy.forEach((element) => element.removeAttribute('aria-busy'));
    busy.clear();
    waiting = [];
    searching = false;
  };

  const add = <K extends 'link' | 'script'>(name: K, properties: Partial<HTMLElementTagNameMap[K]>) => {
    const element = Object.assign(document.createElement(name), properties);
    document.head.append(element);
    return element;
  };

  const start = () => {
    if (started) return;
    started = true;
    parsed(() => {
      app.split(' ').forEach((source, index, all) => {
        const script = add('script', {src: source, async: false});
        if (index % (all.length - 1)) script.dataset.page = '';
      });
    });
  };

  /** The browser's own answer is none: the application's comes when it is there. */
  const later = (event: Event, element: Element | null, work: () => void) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting.push(work);
    if (searching && search) {
      add('link', {rel: 'preload', as: 'script', href: search});
      search = '';
    }
    if (element) busy.add(element).forEach((one) => one.setAttribute('aria-busy', 'true'));
    start();
  };

  const finish = async () => {
    done.abort();
    speculation?.remove();
    for (const [field, value] of fields) {
      const tell = () => field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', {bubbles: true}));
      // React looks whether the value differs from the last that it saw: let it see an empty one, which also brings the
      // field's part of the page to life, then the reader's.
      const {selectionEnd: caret} = field as HTMLInputElement;
      field.value = '';
      tell();
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!.set!.call(field, value);
      tell();
      if (typeof caret === 'number') (field as HTMLInputElement).setSelectionRange(caret, caret);
    }
    const work = waiting;
    idle();
    // One after the other: React draws what one has changed before the next sees it. And all before the browser tells of
    // anything else that the reader does: letters keep their order.
    for (const one of work) {
      one();
      await undefined;
    }
  };

  on('pointerover', (event) => {
    if (closest(event, CONTROLS)) start();
  });
  on('focusin', (event) => {
    if (closest(event, CONTROLS)) start();
  });

  on('click', (event) => {
    const control = closest(event, CONTROLS);
    if (control && !control.matches(FIELDS)) {
      if (control.matches('.DocSearch-Button')) searching = true;
      later(event, control, () => control.click());
    }
    const menu = openMenu();
    if (menu && !closest(event, OPEN_MENU)) menu.open = false;

    const link = closest<HTMLAnchorElement>(event, 'a[data-release]');
    if (link) {
      tried(() => localStorage.setItem(releaseKey, link.dataset.release!));
      if (link.dataset.same) {
        link.search ||= location.search;
        link.hash ||= location.hash;
      }
    }
    const category = closest(event, CATEGORY);
    if (category) {
      const label = category.textContent;
      tried(() => {
        const kept = opened().filter((one) => one !== label);
        if (!(category.parentNode as HTMLDetailsElement).open) kept.push(label);
        sessionStorage.setItem(SIDEBAR_KEY, JSON.stringify(kept));
      });
    }
  });

  on('keydown', (event) => {
    const {key, target} = event;
    const modified = event.ctrlKey || event.metaKey;
    const control = closest(event, CONTROLS);
    if (key === 'Escape') {
      const menu = openMenu();
      if (menu) {
        menu.open = false;
        menu.querySelector('summary')!.focus();
      }
      idle();
    } else if (
      (key === '/' && !modified && !closest(event, FIELDS)) ||
      (modified && key.toLowerCase() === 'k') ||
      (searching && !modified && /^(.|Backspace|Enter)$/.test(key)) ||
      (control?.matches('[role=tab]') && /^( |Enter|Arrow)/.test(key))
    ) {
      searching ||= !control?.matches('[role=tab]');
      later(event, control ?? (searching ? document.querySelector('.DocSearch-Button') : null), () =>
        target?.dispatchEvent(new KeyboardEvent('keydown', event)),
      );
    }
  });

  on('input', (event) => {
    const field = closest<Field>(event, FIELDS);
    if (field?.matches(CONTROLS)) {
      fields.set(field, field.value);
      start();
    }
  });

  // A script that does not come leaves the page as it is; the next intent starts again from nothing.
  on('error', (event) => {
    const script = event.target;
    if (!(script instanceof HTMLScriptElement)) return;
    // The application fetches one of the page itself when it starts; it would wait for this one if it found it.
    if (script.dataset.page === '') return script.remove();
    idle();
    for (const name of Object.keys(window)) {
      if (/^(web|rs)packChunk/.test(name)) delete (window as unknown as Record<string, unknown>)[name];
    }
    started = false;
  });

  new MutationObserver((_, observer) => {
    if (html.dataset.controls) {
      observer.disconnect();
      void finish();
    }
  }).observe(html, {attributeFilter: ['data-controls']});

  const opened = () => JSON.parse(sessionStorage.getItem(SIDEBAR_KEY) ?? '[]') as string[];
  parsed(() =>
    tried(() => {
      const labels = opened();
      document.querySelectorAll(CATEGORY).forEach((summary) => {
        if (labels.includes(summary.textContent)) (summary.parentNode as HTMLDetailsElement).open = true;
      });
    }),
  );

  // An anchor that the page does not have: the application knows which one answers for it, and goes there before the reader
  // has begun to read elsewhere.
  const arrive = () => {
    const anchor = location.hash.slice(1);
    if (anchor && !tried(() => document.getElementById(decodeURIComponent(anchor)))) start();
  };
  on('hashchange', arrive);
  parsed(arrive);

  const savesData = (navigator as {connection?: {saveData?: boolean}}).connection?.saveData;
  const speculation = savesData ? undefined : add('script', {type: 'speculationrules', textContent: rules});

  const preferred = tried(() => localStorage.getItem(releaseKey));
  if (
    now !== undefined ||
    // A table that is filtered by its address.
    /[?&]filter/.test(location.search) ||
    // A page of no release leads into the one that the reader chose.
    (preferred && preferred !== latest && !html.classList.contains('plugin-docs'))
  ) {
    start();
  }
}
