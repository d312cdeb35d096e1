package com.example.shop.orders.clients;

import com.example.shop.orders.http.Log;
import com.example.shop.orders.http.Problem;
import com.example.shop.orders.http.Trace;
import com.example.shop.orders.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls to one other service. */
final class HttpCalls {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private final String system;
  private final String baseUrl;
  private final boolean withTimeout;

  HttpCalls(String system, String baseUrl, boolean withTimeout) {
    this.system = system;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.withTimeout = withTimeout;
  }

  HttpRequest.Builder request(String path, Trace trace) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Accept", "application/json, application/problem+json")
            .header("traceparent", trace.traceparent());
    if (!trace.state().isEmpty()) {
      builder.header("tracestate", trace.state());
    }
    return withTimeout ? builder.timeout(ANSWER_TIMEOUT) : builder;
  }

  static HttpRequest.Builder post(HttpRequest.Builder builder, JsonNode body) {
    return builder
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
  }

  HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      Log.warn("%s: %s %s failed: %s", system, request.method(), request.uri(), e);
      throw Problem.unavailable(system);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable(system);
    }
  }

  JsonNode json(HttpResponse<byte[]> response) {
    try {
      return Json.parse(response.body());
    } catch (IOException e) {
      throw unexpected(response);
    }
  }

  Problem unexpected(HttpResponse<byte[]> response) {
    Log.warn("%s: unexpected %d from %s", system, response.statusCode(), response.uri());
    return response.statusCode() == 503
        ? Problem.unavailable(system)
        : new Problem(502, "upstream-failed", system + " gave an answer that we cannot use.");
  }
}
