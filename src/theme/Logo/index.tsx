import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Mark from '@site/src/components/Mark';
import styles from './styles.module.css';

type Props = {className?: string};

/** The lockup: mark, name, and a small "Docs". Drawn inline so that it follows the text color in both modes. */
export default function Logo({className}: Props): ReactNode {
  return (
    <Link to="/" className={className} aria-label="Molecule AI Docs, home">
      <span className={styles.lockup}>
        <Mark />
        <span className={styles.name}>Molecule AI</span> <span className={`label-mono ${styles.docs}`}>Docs</span>
      </span>
    </Link>
  );
}
