/** Strokes on a 24 × 24 grid, drawn for Latchkey. */
const PATHS = {
  key: 'M12.4 12H21v4M17 12v3M12.5 12a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0Z',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M19 7a3 3 0 1 1-6 0a3 3 0 0 1 6 0ZM11 17a3 3 0 1 1-6 0a3 3 0 0 1 6 0Z',
  copy: 'M9 9h11v11H9ZM15 9V4H4v11h5',
  done: 'M4.5 12.5l5 5L19.5 7',
  email: 'M3.5 6h17v12.5h-17ZM4 6.5l8 6.5l8-6.5',
  phone:
    'M6 3.5h3l1.8 4.6L8.6 10a12 12 0 0 0 5.4 5.4l1.9-2.2l4.6 1.8v3a2 2 0 0 1-2.2 2C10.5 19.5 4.5 13.5 4 5.700A2 2 0 0 1 6 3.500Z',
  away: 'M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 4.5-2.800M12 6a15 15 0 0 1 10 3M15.5 11a10 10 0 0 1 3.5 1.500M9 16a5 5 0 0 1 5.5-.7M12 19.500h.01',
  alert: 'M12 8v5M12 16.500v.01M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0Z',
  person: 'M4 20.500c.8-4 4-6 8-6s7.2 2 8 6M16 8a4 4 0 1 1-8 0a4 4 0 0 1 8 0Z',
  page: 'M4 4.500h16v15H4ZM4 9h16M7 6.800v.01M9.5 6.800v.01',
  reload: 'M20 5v5h-5M20 10a8.2 8.2 0 1 0 .2 4',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
} as const;

export type IconName = keyof typeof PATHS;

/** An ornament: what it means stands beside it, or is the label of the button it is in. */
export function Icon(props: { name: IconName; size?: number }) {
  const size = props.size ?? 16;
  return (
    <svg class={`icon icon-${props.name}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
