from supabase import create_client

supabase = create_client("https://a.supabase.co", "key")


def signup(request):
    user = request.user
    supabase.auth.admin.update_user_by_id(user.id, {"email": user.email})  # ~> identifier.user_id supabase, contact.email supabase
    supabase.auth.admin.generate_link({"type": "magiclink", "email": user.email})  # ~> contact.email supabase
    supabase.auth.sign_in_anonymously({"options": {"data": {"phone": user.phone}}})  # ~> contact.phone supabase
    supabase.auth.mfa.enroll({"factor_type": "phone", "phone": user.phone})  # ~> contact.phone supabase
