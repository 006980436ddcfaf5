import type { ClientModule } from '@docusaurus/types';

const clientModule: ClientModule = {
  onRouteDidUpdate({ location, previousLocation }) {
    if (location.pathname !== previousLocation?.pathname) {
      setTimeout(() => {
        window.gtag('set', 'page_path', location.pathname + location.search); // ~> behavior.page_url google-analytics
        window.gtag('event', 'page_view');
      });
    }
  },
};

export default clientModule;
