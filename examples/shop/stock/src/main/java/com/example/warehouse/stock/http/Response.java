package com.example.warehouse.stock.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** One answer: status, headers, body. */
public record Response(int status, Map<String, String> headers, byte[] body) {

  public static Response json(int status, byte[] body) {
    return new Response(status, Map.of("Content-Type", "application/json"), body);
  }

  public static Response problem(int status, byte[] body) {
    return new Response(status, Map.of("Content-Type", "application/problem+json"), body);
  }

  public static Response empty(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  public Response with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, all, body);
  }
}
