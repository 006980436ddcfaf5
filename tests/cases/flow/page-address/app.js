import mixpanel from 'mixpanel-browser';

document.addEventListener('click', () => {
  mixpanel.track('click', { url: location.href }); // ~> behavior.page_url mixpanel
});
