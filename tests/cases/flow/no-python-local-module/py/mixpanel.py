def people_set(key, values):
    print(key, values)
