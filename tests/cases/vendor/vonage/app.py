from vonage import Auth, Vonage
from vonage_sms import SmsMessage

client = Vonage(Auth(api_key="key", api_secret="secret"))


def remind(request):
    user = request.user
    client.sms.send(SmsMessage(to=user.phone, from_="Acme", text=f"Hello {user.first_name}"))  # ~> contact.phone vonage, identity.first_name vonage
