#!/usr/bin/env python3
"""Writes create-only-properties.json from the CloudFormation resource schemas that cfn-lint ships (MIT-0).

Run it after `pip install --upgrade cfn-lint`. One line a resource type; its properties stand in one string, as JSON
pointers below Properties, separated by spaces. A leading "?" marks a property that CloudFormation may change in place
or may change by replacing the resource.
"""

import importlib.metadata
import importlib.util
import json
import pathlib

SCHEMAS = pathlib.Path(importlib.util.find_spec("cfnlint").origin).parent / "data" / "schemas"
TARGET = pathlib.Path(__file__).with_name("create-only-properties.json")
PREFIX = "/properties/"


def schema_files():
    """The schema file of every type: us-east-1's, or that of the first region which has the type."""
    files = {}
    regions = sorted((SCHEMAS / "providers").glob("[a-z]*.py"), key=lambda file: (file.stem != "us_east_1", file.stem))
    for region in regions:
        module = {}
        exec(region.read_text(encoding="utf-8"), module)  # the module is one table of type -> schema file
        for resource_type, name in module["types"].items():
            files.setdefault(resource_type, SCHEMAS / "resources" / f"{name}.json")
    return files


def pointers(schema, key):
    return {pointer.removeprefix(PREFIX) for pointer in schema.get(key, [])}


def without_inner(outer, found):
    """The pointers that no pointer in outer covers already."""
    return {pointer for pointer in found if not any(pointer.startswith(f"{cover}/") for cover in outer)}


def create_only(schema):
    always = pointers(schema, "createOnlyProperties")
    always = without_inner(always, always)
    sometimes = pointers(schema, "conditionalCreateOnlyProperties") - always
    sometimes = without_inner(always | sometimes, sometimes)
    return " ".join(sorted(always) + [f"?{pointer}" for pointer in sorted(sometimes)])


def main():
    version = importlib.metadata.version("cfn-lint")
    lines = {"$source": f"AWS CloudFormation resource schemas, from cfn-lint {version} (MIT-0), by update-create-only.py"}
    for resource_type, file in sorted(schema_files().items()):
        properties = create_only(json.loads(file.read_text(encoding="utf-8")))
        if properties:
            lines[resource_type] = properties
    body = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in lines.items())
    TARGET.write_text(f"{{\n{body}\n}}\n", encoding="utf-8", newline="\n")
    print(f"{len(lines) - 1} resource types, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
