import type {ReactNode} from 'react';

/** The logo: three filled nodes around an open one. The same drawing as static/img/logo.svg, inline to take the text's color. */
export default function Mark({size = 22}: {size?: number}): ReactNode {
  return (
    <svg
      viewBox="0 0 28 28"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      aria-hidden="true">
      <g fill="currentColor" stroke="none">
        <circle cx="14" cy="6" r="2.5" />
        <circle cx="6" cy="20" r="2.5" />
        <circle cx="22" cy="20" r="2.5" />
      </g>
      <circle cx="14" cy="14" r="1.6" />
      <path d="M14 8.5V12.4M8.1 18.5L12.7 14.9M19.9 18.5L15.3 14.9" strokeLinecap="round" />
    </svg>
  );
}
