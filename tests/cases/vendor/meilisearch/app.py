import meilisearch

client = meilisearch.Client("https://a.meilisearch.io", "key")


def line(request):
    user = request.user
    client.index("users").add_documents([{"id": 1, "email": user.email}])  # ~> contact.email meilisearch
    client.index("notes").search(request.POST["question"])  # ~> behavior.search_query meilisearch
