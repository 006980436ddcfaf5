import mbxDirections from '@mapbox/mapbox-sdk/services/directions';
import mbxGeocoding from '@mapbox/mapbox-sdk/services/geocoding';
import MapboxGeocoder from '@mapbox/mapbox-gl-geocoder';
import { shop } from '@acme/shop';

interface User { address: string; latitude: number; longitude: number; plan: string }

const geocoding = mbxGeocoding({ accessToken: 'pk' });
const directions = mbxDirections({ accessToken: 'pk' });
const control = new MapboxGeocoder({ accessToken: 'pk' });

shop.on('order', async (user: User) => {
  await geocoding.forwardGeocode({ query: user.address }).send(); // ~> contact.address mapbox
  await geocoding.reverseGeocode({ query: [user.longitude, user.latitude] }).send(); // ~> location.precise mapbox
  await directions.getDirections({ waypoints: [{ coordinates: [user.longitude, user.latitude] }] }).send(); // ~> location.precise mapbox
  control.query(user.address); // ~> contact.address mapbox
  await geocoding.forwardGeocode({ query: 'Berlin' }).send();
});
