import auth, { createUserWithEmailAndPassword, getAuth } from '@react-native-firebase/auth';
import firestore from '@react-native-firebase/firestore';
import database from '@react-native-firebase/database';
import { bus } from '@acme/bus';

interface User { email: string; phone: string; password: string }

bus.on('signup', async (user: User) => {
  await auth().createUserWithEmailAndPassword(user.email, user.password); // ~> contact.email firebase-platform, credential.password firebase-platform
  await createUserWithEmailAndPassword(getAuth(), user.email, user.password); // ~> contact.email firebase-platform, credential.password firebase-platform
  await auth().signInWithPhoneNumber(user.phone); // ~> contact.phone firebase-platform
  await firestore().collection('Users').doc('1').set({ email: user.email }); // ~> contact.email firebase-platform
  await database().ref('/users/1').set({ email: user.email }); // ~> contact.email firebase-platform
});
