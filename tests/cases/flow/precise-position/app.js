import mixpanel from 'mixpanel-browser';

document.querySelector('#near').addEventListener('click', () => {
  navigator.geolocation.getCurrentPosition((position) => {
    mixpanel.track('near me', { lat: position.coords.latitude, lng: position.coords.longitude }); // ~> location.precise mixpanel
  });
});
