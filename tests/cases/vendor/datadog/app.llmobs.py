from ddtrace.appsec.track_user_sdk import track_user_id
from ddtrace.llmobs import LLMObs


def ask(request):
    user = request.user
    LLMObs.annotate(input_data=request.POST["question"], tags={"email": user.email})  # ~> content.llm_prompt datadog, contact.email datadog
    with LLMObs.annotation_context(tags={"email": user.email}):  # ~> contact.email datadog
        pass
    LLMObs.submit_feedback(label="thumb", metric_type="boolean", value=True, submitter={"id": user.id})  # ~> identifier.user_id datadog
    track_user_id(user.id)  # ~> identifier.user_id datadog
