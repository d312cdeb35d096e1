"""Sends the request cases that Tcases made, and judges each answer as the tests do that Tcases generates: a case without a
failure must be answered with 2xx, one with a failure with 4xx. Prints how many were answered otherwise.
    python3 tcases.py CASES.json URL AUTHORIZATION API_KEY"""

import http.client, json, sys, urllib.parse


def plain(data):
    """A value of Tcases as JSON."""
    if data is None or data["type"] == "null":
        return None
    if data["type"] == "object":
        return {name: plain(value) for name, value in data["value"].items()}
    if data["type"] == "array":
        return [plain(value) for value in data["value"]]
    return data["value"]


def text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return ",".join(f"{name},{text(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ",".join(text(each) for each in value)
    return str(value)


def request(case):
    """Method, target, headers and body."""
    path, query, headers, body = case["path"], [], {}, None
    for parameter in case.get("parameters", []):
        if parameter.get("data") is None:
            continue
        name, value = parameter["name"], plain(parameter["data"])
        if parameter["in"] == "path":
            path = path.replace("{" + name + "}", urllib.parse.quote(text(value), safe=""))
        elif parameter["in"] == "query":
            parts = value if isinstance(value, list) and parameter.get("explode") else [value]
            query += [(name, text(part)) for part in parts]
        elif parameter["in"] == "header":
            headers[name] = text(value)
    given = case.get("body")
    if given and given.get("data") is not None:
        headers["Content-Type"] = given.get("mediaType", "application/json")
        body = json.dumps(plain(given["data"])) if "json" in headers["Content-Type"] else text(plain(given["data"]))
    target = case.get("server", "") + path + ("?" + urllib.parse.urlencode(query) if query else "")
    return case["operation"], target, headers, body


def main(cases, url, authorization, key):
    failures = unsendable = 0
    host = urllib.parse.urlparse(url).netloc
    for case in json.load(open(cases)):
        method, target, headers, body = request(case)
        if not case.get("authFailure"):
            headers["Authorization"], headers["X-Api-Key"] = authorization, key
        connection = http.client.HTTPConnection(host, timeout=10)
        try:
            connection.request(method, target, None if body is None else body.encode(), headers)
            status = connection.getresponse().status // 100
        except (ValueError, UnicodeEncodeError):
            unsendable += 1
            continue
        except (http.client.HTTPException, OSError):
            status = 0
        finally:
            connection.close()
        failed = bool(case.get("invalidInput")) or case.get("authFailure", False)
        failures += status != (4 if failed else 2)
    print(f"{failures} failures, {unsendable} not sendable")


main(*sys.argv[1:])
