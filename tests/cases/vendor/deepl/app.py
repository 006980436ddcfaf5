import deepl

translator = deepl.Translator("key")


def line(request):
    user = request.user
    translator.translate_text(request.POST["note"], target_lang="DE")  # ~> content.free_text deepl
