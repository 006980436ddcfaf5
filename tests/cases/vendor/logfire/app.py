import logfire
from flask import Flask, request

app = Flask(__name__)
logfire.configure()
logfire.instrument_pydantic_ai(include_content=False)


@app.post("/signup")
def signup():
    logfire.info("signup of {email}", email=request.form["email"])  # ~> contact.email logfire
    with logfire.span("signup") as span:
        span.set_attribute("email", request.form["email"])  # ~> contact.email logfire
    logfire.info("done")
    return "", 204


@app.post("/leave")
def leave():
    logfire.with_tags("account").warn(f"no mail for {request.form['email']}")  # ~> contact.email logfire
    return "", 204
