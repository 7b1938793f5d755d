import {startTransition, type ReactNode} from 'react';
import clsx from 'clsx';
import IconDarkMode from '@theme/Icon/DarkMode';
import IconLightMode from '@theme/Icon/LightMode';
import IconSystemColorMode from '@theme/Icon/SystemColorMode';
import type {Props} from '@theme/ColorModeToggle';
import styles from './styles.module.css';

/**
 * From the system's mode to light to dark and back to the system's. What the page shows now is asked of the page: the theme's
 * own value follows it only some time after the application has started.
 */
function next(): Props['value'] {
  const choice = document.documentElement.dataset['themeChoice'];
  if (choice === 'light') return 'dark';
  return choice === 'dark' ? null : 'light';
}

/**
 * As Docusaurus's own, but never disabled: a press before the application is there is kept (plugins/page-speed). All three
 * icons are in the page; which one shows is said by <html data-theme-choice>, set before anything is drawn.
 */
export default function ColorModeToggle({className, buttonClassName, value, onChange}: Props): ReactNode {
  const mode = `${value ?? 'system'} mode`;
  return (
    <div className={clsx(styles.colorModeToggle, className)}>
      <button
        className={clsx('clean-btn', styles.button, buttonClassName)}
        type="button"
        onClick={() => startTransition(() => onChange(next()))}
        title={mode}
        aria-label={`Switch between dark and light mode (currently ${mode})`}>
        <IconLightMode aria-hidden className={clsx(styles.icon, styles.light)} />
        <IconDarkMode aria-hidden className={clsx(styles.icon, styles.dark)} />
        <IconSystemColorMode aria-hidden className={clsx(styles.icon, styles.system)} />
      </button>
    </div>
  );
}
