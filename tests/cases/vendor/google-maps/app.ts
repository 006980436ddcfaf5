import { Client } from '@googlemaps/google-maps-services-js';
import { shop } from '@acme/shop';

interface User { address: string; latitude: number; longitude: number; plan: string }

const client = new Client({});

shop.on('order', async (user: User, search: { query: string }) => {
  await client.geocode({ params: { address: user.address, key: 'k' } }); // ~> contact.address google-maps
  await client.reverseGeocode({ params: { latlng: { lat: user.latitude, lng: user.longitude }, key: 'k' } }); // ~> location.precise google-maps
  await client.directions({ params: { origin: 'Berlin', destination: user.address, key: 'k' } }); // ~> contact.address google-maps
  await client.placeAutocomplete({ params: { input: search.query, key: 'k' } }); // ~> behavior.search_query google-maps
  await client.geocode({ params: { address: 'Berlin', key: 'k' } });
});
