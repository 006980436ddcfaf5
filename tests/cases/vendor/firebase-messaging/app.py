from firebase_admin import messaging
from pyfcm import FCMNotification

push = FCMNotification(service_account_file="key.json")


def order(request):
    user = request.user
    message = messaging.Message(
        notification=messaging.Notification(title="Order", body=user.email),  # ~> contact.email firebase-messaging
        token=user.push_token,  # ~> identifier.push_token firebase-messaging
    )
    messaging.send(message)
    push.notify(fcm_token="1", notification_body=user.phone)  # ~> contact.phone firebase-messaging
