import { bus } from '@acme/bus';

firebase.initializeApp({ projectId: 'acme' });

bus.on('signup', (user) => {
  firebase.auth().signInWithEmailAndPassword(user.email, 'x'); // ~> contact.email firebase-platform
  firebase.firestore().collection('users').doc('1').update({ phone: user.phone }); // ~> contact.phone firebase-platform
});
