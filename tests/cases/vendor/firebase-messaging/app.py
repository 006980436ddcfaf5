from pyfcm import FCMNotification

push = FCMNotification(service_account_file="key.json")


def order(request):
    push.notify(fcm_token="1", notification_body=request.user.phone)  # ~> contact.phone firebase-messaging
