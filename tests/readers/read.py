"""Reads an exported record with a program that vendorflow has no part in, and prints what it found as JSON.

Usage: read.py FORMAT FILE. Nothing is fetched: schemas come with the packages, and a context that is not in the file
is an error.
"""

import csv
import json
import plistlib
import sys


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    return {"columns": rows[0], "rows": rows[1:]}


def read_fides(path):
    import yaml
    from fideslang.default_taxonomy import DEFAULT_TAXONOMY
    from fideslang.models import Taxonomy

    with open(path, encoding="utf-8") as file:
        manifest = Taxonomy(**yaml.safe_load(file))
    known = {
        "categories": {c.fides_key for c in DEFAULT_TAXONOMY.data_category},
        "uses": {u.fides_key for u in DEFAULT_TAXONOMY.data_use},
        "subjects": {s.fides_key for s in DEFAULT_TAXONOMY.data_subject},
    }
    systems = {}
    for system in manifest.system:
        declarations = system.privacy_declarations
        for declaration in declarations:
            # The models take any word; a server would not.
            assert set(declaration.data_categories) <= known["categories"], declaration
            assert declaration.data_use in known["uses"], declaration
            assert set(declaration.data_subjects) <= known["subjects"], declaration
        systems[system.fides_key] = {
            "name": system.name,
            "type": system.system_type,
            "uses": sorted(d.data_use for d in declarations),
            "categories": sorted({c for d in declarations for c in d.data_categories}),
            "bases": sorted({d.legal_basis_for_processing for d in declarations if d.legal_basis_for_processing}),
            "retention": sorted({d.retention_period for d in declarations if d.retention_period}),
            "egress": sorted(flow.fides_key for flow in system.egress or []),
            "ingress": sorted(flow.fides_key for flow in system.ingress or []),
            "transfers": system.does_international_transfers,
        }
    return {"systems": systems}


def read_cyclonedx(path):
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    with open(path, encoding="utf-8") as file:
        text = file.read()
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    assert wrong is None, wrong
    bom = json.loads(text)
    return {
        "application": bom["metadata"]["component"]["name"],
        "services": {
            service["bom-ref"]: {
                "provider": service["provider"]["name"],
                "flows": sorted({data["flow"] for data in service["data"]}),
                "data": sorted(data["classification"] for data in service["data"]),
            }
            for service in bom["services"]
        },
    }


def read_dpv(path):
    from pyld import jsonld

    def nothing(url, options):
        raise AssertionError(f"{url} would have to be fetched")

    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    quads = jsonld.to_rdf(document, {"documentLoader": nothing})["@default"]
    found = {}
    for quad in quads:
        subject, predicate = quad["subject"]["value"], quad["predicate"]["value"]
        found.setdefault(subject, {}).setdefault(predicate, []).append(quad["object"]["value"])
    return {"nodes": {s: {p: sorted(o) for p, o in sorted(ps.items())} for s, ps in sorted(found.items())}}


def read_xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book:
        filtered = sheet.auto_filter.ref
        sheets[sheet.title] = {"filter": filtered, "frozen": sheet.freeze_panes}
        if not filtered:
            continue
        rows = list(sheet[filtered])
        cells = [cell for row in rows[1:] for cell in row]
        sheets[sheet.title] |= {
            "columns": [cell.value for cell in rows[0]],
            "rows": [[cell.value for cell in row] for row in rows[1:]],
            "fills": sorted({cell.fill.fgColor.rgb for cell in cells}),
            "bold": all(cell.font.bold for cell in rows[0]),
            "notes": [[cell.comment.text if cell.comment else None for cell in row] for row in rows[1:]],
        }
    return {"sheets": sheets, "created": book.properties.created.isoformat(), "title": book.properties.title}


def read_apple(path):
    with open(path, "rb") as file:
        manifest = plistlib.load(file, fmt=plistlib.FMT_XML)
    return manifest


READERS = {
    "apple": read_apple,
    "csv": read_csv,
    "cyclonedx": read_cyclonedx,
    "dpv": read_dpv,
    "fides": read_fides,
    "play": read_csv,
    "xlsx": read_xlsx,
}

if __name__ == "__main__":
    json.dump(READERS[sys.argv[1]](sys.argv[2]), sys.stdout)
