import mixpanel from 'mixpanel-browser';

interface Props { location: 'header' | 'footer'; title: string; state: 'open' | 'closed' }

export default function Toggle({ location, title, state }: Props) {
  const onClick = () => mixpanel.track('toggled', { location, title, state });
  return <button onClick={onClick}>{title}</button>;
}
