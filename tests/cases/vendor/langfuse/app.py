from langfuse import Langfuse, get_client, propagate_attributes

langfuse = Langfuse()


def ask(request):
    get_client().update_current_span(input=request.POST["question"], metadata={"email": request.user.email})  # ~> contact.email langfuse, content.llm_prompt langfuse
    langfuse.create_event(name="asked", input=request.POST["question"])  # ~> content.llm_prompt langfuse
    propagate_attributes(user_id=request.user.id)  # ~> identifier.user_id langfuse
