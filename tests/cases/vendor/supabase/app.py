from supabase import create_client

client = create_client("https://acme.supabase.co", "key")


def signup(request):
    user = request.user
    client.auth.sign_up({"email": user.email, "password": request.POST["password"]})  # ~> contact.email supabase, credential.password supabase
    client.table("profiles").insert({"email": user.email}).execute()  # ~> contact.email supabase
