import firebase from 'firebase/compat/app';
import 'firebase/compat/auth';
import 'firebase/compat/firestore';
import { bus } from '@acme/bus';

interface User { email: string; password: string; phone: string }

firebase.initializeApp({ projectId: 'acme' });
const db = firebase.firestore();

bus.on('signup', async (user: User) => {
  await firebase.auth().createUserWithEmailAndPassword(user.email, user.password); // ~> contact.email firebase-platform, credential.password firebase-platform
  await firebase.auth().sendPasswordResetEmail(user.email); // ~> contact.email firebase-platform
  await db.collection('users').add({ email: user.email }); // ~> contact.email firebase-platform
  await db.collection('users').doc('1').set({ phone: user.phone }); // ~> contact.phone firebase-platform
  await firebase.database().ref('users/1').update({ email: user.email }); // ~> contact.email firebase-platform
});
