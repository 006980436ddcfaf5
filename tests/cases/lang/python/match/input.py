match command:
    case "go":
        a = 1
    case {"email": mail, **rest}:
        b = mail, rest
    case User(name=name, email=str() as mail):
        c = name, mail
    case [first, *others] if first:
        d = first, others
    case Point(x, 0) | Point(0, x):
        e = x
    case _:
        f = command
