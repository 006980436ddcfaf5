import httpx


async def view(request):
    payload = {"event": "seen", "contact": request.user.email}  # ~> contact.email posthog
    async with httpx.AsyncClient() as client:
        await client.post("https://eu.i.posthog.com/capture/", json=payload)
