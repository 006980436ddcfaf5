heap.load('123', { disableTextCapture: true });

document.addEventListener('login', (event) => {
  const { user } = event.detail;
  heap.identify(user.id); // ~> identifier.user_id heap
  window.heap.identify(user.email); // ~> contact.email heap
  heap.addUserProperties({ name: user.firstName, email: user.email }); // ~> identity.first_name heap, contact.email heap
  heap.addEventProperties({ city: user.city }); // ~> location.city heap
  heap.track('Signed in', { phone: user.phone }); // ~> contact.phone heap
  heap.track('Plan chosen', { plan: 'gold' });
  heap.resetIdentity();
});

// Not the vendor: a heap of a module.
export function smallest(items) {
  const heap = [];
  for (const user of items) heap.push(user.email);
  return heap[0];
}
