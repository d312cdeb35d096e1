package dev.concordat.registry.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a target answered.
///
/// @param line the first line: `HTTP/1.1 200 OK`
/// @param headers by their names in lower case
/// @param body the first part of it
record Received(int status, String line, Map<String, String> headers, String body) {
  Received {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
