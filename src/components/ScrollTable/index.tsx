import type {ComponentProps, ReactNode} from 'react';
import styles from './styles.module.css';

/** A table that fills the column and, where it is wider than the screen, scrolls by itself, by keyboard too. */
export default function ScrollTable(props: ComponentProps<'table'>): ReactNode {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Table">
      <table {...props} />
    </div>
  );
}
