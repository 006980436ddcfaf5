import * as admin from 'firebase-admin';
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { Firestore } from '@google-cloud/firestore';
import { queue } from '@acme/queue';

interface User { id: string; email: string; name: string; phone: string; pushToken: string; plan: string }

admin.initializeApp();
const db = admin.firestore();
const other = new Firestore();

queue.on('signup', async (user: User) => {
  await admin.auth().createUser({ email: user.email, displayName: user.name }); // ~> contact.email firebase-platform, identity.name firebase-platform
  await getAuth().updateUser(user.id, { phoneNumber: user.phone }); // ~> identifier.user_id firebase-platform, contact.phone firebase-platform
  await getAuth().getUserByEmail(user.email); // ~> contact.email firebase-platform
  await getAuth().setCustomUserClaims(user.id, { admin: true }); // ~> identifier.user_id firebase-platform
  await db.collection('users').add({ email: user.email }); // ~> contact.email firebase-platform
  await db.collection('users').doc('1').set({ phone: user.phone }, { merge: true }); // ~> contact.phone firebase-platform
  await getFirestore().collection('users').doc('1').update('email', user.email); // ~> contact.email firebase-platform
  await getFirestore().doc('users/1').update({ email: user.email }); // ~> contact.email firebase-platform
  await other.collection('users').where('email', '==', user.email).get(); // ~> contact.email firebase-platform
  await db.runTransaction(async (t) => t.set(db.doc('users/1'), { email: user.email })); // ~> contact.email firebase-platform
  await admin.database().ref('users/1').set({ email: user.email }); // ~> contact.email firebase-platform
  await admin.messaging().send({ token: user.pushToken, notification: { body: user.email } }); // ~> identifier.push_token firebase-platform, contact.email firebase-platform
  await db.collection('plans').add({ kind: user.plan });
});
