from algoliasearch.search.client import SearchClientSync

client = SearchClientSync("app", "key")


def index(request):
    user = request.user
    client.save_object(index_name="users", body={"objectID": "1", "email": user.email})  # ~> contact.email algolia
    client.search_single_index("docs", {"query": request.GET["query"]})  # ~> behavior.search_query algolia
