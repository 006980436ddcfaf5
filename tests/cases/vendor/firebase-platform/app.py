import firebase_admin
from firebase_admin import auth, db, firestore, messaging

firebase_admin.initialize_app()
store = firestore.client()


def signup(request):
    user = request.user
    auth.create_user(email=user.email, display_name=user.get_full_name())  # ~> contact.email firebase-platform, identity.name firebase-platform
    auth.update_user(user.id, phone_number=user.phone)  # ~> identifier.user_id firebase-platform, contact.phone firebase-platform
    auth.get_user_by_email(user.email)  # ~> contact.email firebase-platform
    store.collection("users").add({"email": user.email})  # ~> contact.email firebase-platform
    store.collection("users").document("1").set({"phone": user.phone})  # ~> contact.phone firebase-platform
    db.reference("users/1").set({"email": user.email})  # ~> contact.email firebase-platform
    message = messaging.Message(
        notification=messaging.Notification(title="Order", body=user.email),  # ~> contact.email firebase-platform
        token=user.push_token,  # ~> identifier.push_token firebase-platform
    )
    messaging.send(message)
