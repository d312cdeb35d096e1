package dev.concordat.fidelity.corpus;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One message through one gateway, and what is to be told of it.
///
/// @param expected what happened, at the place `at`; nothing where the meaning is kept
record Passage(
    String name,
    HttpRequestMessage request,
    HttpResponseMessage response,
    UnaryOperator<HttpRequestMessage> there,
    UnaryOperator<HttpResponseMessage> back,
    Optional<Alteration> expected,
    String at) {
  static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));
  private static final HttpResponseMessage NO_CONTENT =
      new HttpResponseMessage(204, List.of(), Bytes.EMPTY);

  /// A JSON body that arrives as another one.
  static Passage json(String name, String sent, String received, Alteration expected, String at) {
    return body(name, "application/json", sent, received, Optional.of(expected), at);
  }

  /// A JSON body that arrives written otherwise, and means the same.
  static Passage harmless(String name, String sent, String received) {
    return body(name, "application/json", sent, received, Optional.empty(), "");
  }

  static Passage body(
      String name,
      String mediaType,
      String sent,
      String received,
      Optional<Alteration> expected,
      String at) {
    var request =
        new HttpRequestMessage(
            "POST", "/orders", List.of(new Header("Content-Type", mediaType)), Bytes.utf8(sent));
    return request(name, request, message -> with(message, Bytes.utf8(received)), expected, at);
  }

  static Passage request(
      String name,
      HttpRequestMessage request,
      UnaryOperator<HttpRequestMessage> gateway,
      Optional<Alteration> expected,
      String at) {
    return new Passage(name, request, NO_CONTENT, gateway, answer -> answer, expected, at);
  }

  static Passage response(
      String name,
      HttpResponseMessage response,
      UnaryOperator<HttpResponseMessage> gateway,
      Optional<Alteration> expected,
      String at) {
    var request = new HttpRequestMessage("GET", "/orders/7", List.of(), Bytes.EMPTY);
    return new Passage(name, request, response, asked -> asked, gateway, expected, at);
  }

  static HttpRequestMessage get(String target, Header... headers) {
    return new HttpRequestMessage("GET", target, List.of(headers), Bytes.EMPTY);
  }

  static HttpResponseMessage ok(String body, Header... more) {
    var headers = new ArrayList<>(JSON);
    headers.addAll(List.of(more));
    return new HttpResponseMessage(200, headers, Bytes.utf8(body));
  }

  static HttpRequestMessage with(HttpRequestMessage message, Bytes body) {
    return new HttpRequestMessage(message.method(), message.target(), message.headers(), body);
  }

  static HttpRequestMessage to(HttpRequestMessage message, String target) {
    return new HttpRequestMessage(message.method(), target, message.headers(), message.body());
  }

  static HttpRequestMessage without(HttpRequestMessage message, String header) {
    return new HttpRequestMessage(
        message.method(),
        message.target(),
        message.headers().stream().filter(field -> !field.name().equalsIgnoreCase(header)).toList(),
        message.body());
  }

  static HttpResponseMessage replaced(
      HttpResponseMessage message, String header, String... values) {
    var headers =
        new ArrayList<>(
            message.headers().stream()
                .filter(field -> !field.name().equalsIgnoreCase(header))
                .toList());
    List.of(values).forEach(value -> headers.add(new Header(header, value)));
    return new HttpResponseMessage(message.status(), headers, message.body());
  }

  static HttpResponseMessage with(HttpResponseMessage message, Bytes body) {
    return new HttpResponseMessage(message.status(), message.headers(), body);
  }

  static Bytes in(Charset charset, String text) {
    return Bytes.of(text.getBytes(charset));
  }

  static String readAs(Charset charset, String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), charset);
  }
}
