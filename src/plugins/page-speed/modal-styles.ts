import type {Plugin} from 'postcss';

const FILES = /@docsearch[\\/]css[\\/]dist[\\/](?:modal|_variables)\.css$/;

/**
 * PostCSS: DocSearch's style of the modal as one that a page can take in late. A variable of the root, or a cascade layer, that
 * comes with a sheet makes the browser style the whole page again, a quarter of a second on the longest one (processor four
 * times slower). So the variables are the modal's own, for anything more definite to set, and no layer is around the rules.
 */
export default function modalStyles(): Plugin {
  return {
    postcssPlugin: 'modal-styles',
    OnceExit(root) {
      if (!FILES.test(root.source?.input.file ?? '')) return;
      root.walkAtRules('layer', (layer) => void layer.replaceWith(layer.nodes ?? []));
      root.walkRules((rule) => {
        if (rule.selector === ':root') rule.selector = ':where(.DocSearch-Container)';
        else if (rule.selector.startsWith('html')) rule.selector = `:where(${rule.selector} .DocSearch-Container)`;
      });
    },
  };
}
