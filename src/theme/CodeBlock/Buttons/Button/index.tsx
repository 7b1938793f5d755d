import {useState, type ReactNode} from 'react';
import Button from '@theme-original/CodeBlock/Buttons/Button';
import type {Props} from '@theme/CodeBlock/Buttons/Button';

/** As Docusaurus's own; a label that changes when the button is pressed ("Copied") is told to a screen reader, too. */
export default function CodeBlockButton(props: Props): ReactNode {
  const {'aria-label': label} = props;
  const [first] = useState(label);
  return (
    <>
      <Button {...props} />
      <span role="status" className="visually-hidden">
        {label === first ? '' : label}
      </span>
    </>
  );
}
