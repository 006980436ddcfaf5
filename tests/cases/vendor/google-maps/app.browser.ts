import { importLibrary, Loader } from '@googlemaps/js-api-loader';
import { shop } from '@acme/shop';

shop.on('order', async (user: { address: string }) => {
  const { Geocoder } = await importLibrary('geocoding');
  await new Geocoder().geocode({ address: user.address }); // ~> contact.address google-maps
  const { Geocoder: Older } = await new Loader({ apiKey: 'k' }).importLibrary('geocoding');
  await new Older().geocode({ address: user.address }); // ~> contact.address google-maps
});
