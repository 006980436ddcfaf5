import { shop } from '@acme/shop';

shop.on('view', (product) => {
  gtag('event', 'view_item', {
    items: [{ item_id: product.id, item_name: product.name, item_brand: product.brand, title: product.title }],
  });
});
