from e2b_code_interpreter import Sandbox
from flask import Flask, request

app = Flask(__name__)


@app.post("/run")
def run():
    sandbox = Sandbox.create(metadata={"email": request.form["email"]})  # ~> contact.email e2b
    sandbox.files.write("/home/user/upload", request.files["document"])  # ~> content.file e2b
    sandbox.run_code(f"print('{request.form['email']}')")  # ~> contact.email e2b
    sandbox.commands.run("ls")
    return "", 204
