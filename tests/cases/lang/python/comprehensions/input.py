emails = [user.email for user in users if user.active]
pairs = {key: value for key, value in data.items()}
unique = {x for xs in rows for x in xs}
lazy = sum(x.id for x in xs)
