/** The sign of the yard: a roof, a ground, a light. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 96 96" aria-hidden="true">
      <rect width="96" height="96" rx="24" className="fill-brand" />
      <g fill="none" className="stroke-on-brand" strokeWidth="6" strokeLinejoin="round" strokeLinecap="round">
        <path d="M22 68V44l26-19 26 19v24" />
        <path d="M22 68h52" />
      </g>
      <circle cx="48" cy="54" r="7" fill="#f5b13d" />
    </svg>
  );
}
