import mixpanel from 'mixpanel-browser';

document.querySelector('#near').addEventListener('click', () => {
  navigator.geolocation.getCurrentPosition((position) => {
    mixpanel.track('near me', { lat: position.coords.latitude.toFixed(1), lng: position.coords.longitude.toFixed(1) }); // ~> location.coarse mixpanel
  });
});
