from supabase import create_client

client = create_client("https://acme.supabase.co", "key")


def find(request):
    user = request.user
    client.table("profiles").select("*").eq("email", user.email).execute()  # ~> contact.email supabase
    client.table("profiles").update({"plan": "free"}).eq("phone", user.phone).execute()  # ~> contact.phone supabase
    client.from_("profiles").select("*").match({"email": user.email}).execute()  # ~> contact.email supabase
