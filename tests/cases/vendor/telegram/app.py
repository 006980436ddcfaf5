from telegram import Bot

bot = Bot("token")


async def signup(request):
    await bot.send_message(chat_id="1", text=f"New user {request.user.email}")  # ~> contact.email telegram
    await bot.send_contact("1", request.user.phone, request.user.first_name)  # ~> contact.phone telegram, identity.first_name telegram
