import docusaurus from '@docusaurus/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {ignores: ['node_modules', 'build', '.docusaurus', '.cache', 'static', 'docs', 'versioned_docs']},
  ...tseslint.configs.recommended,
  {
    plugins: {'@docusaurus': docusaurus, 'react-hooks': reactHooks},
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Pages are complete before a script runs; what only the browser knows is taken up after hydration, in an effect.
      'react-hooks/set-state-in-effect': 'off',
      '@docusaurus/no-html-links': 'off', // Links out are plain <a>; the build checks all others.
      '@docusaurus/prefer-docusaurus-heading': 'off', // Headings of our own pages are no anchors.
      '@docusaurus/no-untranslated-text': 'off', // One language.
      '@docusaurus/string-literal-i18n-messages': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    // Loaded by the bundler as it is.
    files: ['**/*.cjs'],
    rules: {'@typescript-eslint/no-require-imports': 'off'},
  },
);
