package com.example.shop.orders.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;

/** One request, read completely. */
public record Request(
    String method,
    Map<String, String> path,
    Map<String, List<String>> query,
    Headers headers,
    byte[] body,
    Trace trace) {

  /** The body, if it was sent as JSON. */
  public byte[] jsonBody() {
    String type = headers.getFirst("Content-Type");
    String essence = type == null ? "" : type.split(";", 2)[0].strip();
    if (!essence.equalsIgnoreCase("application/json")) {
      throw new Problem(415, "unsupported-media-type", "Send the body as application/json.");
    }
    return body;
  }
}
