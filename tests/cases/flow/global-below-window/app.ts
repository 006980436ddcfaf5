export function onRouteUpdate({ location }) {
  window.gtag('set', 'page_path', location.pathname); // ~> behavior.page_url google-analytics
  window.gtag('event', 'view');
}
