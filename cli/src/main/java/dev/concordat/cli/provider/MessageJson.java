package dev.concordat.cli.provider;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.report.json.Members;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Kept requests and responses as JSON that people can read, and back. Bodies are text where they are text, else Base64.
final class MessageJson {
  private static final int MAX_BODY = 256 << 10;

  private MessageJson() {}

  static JsonObject of(HttpRequestMessage request) {
    Members members = new Members().put("request", request.method() + " " + request.target());
    return with(members, request.headers(), request.body());
  }

  static JsonObject of(HttpResponseMessage response) {
    return with(
        new Members().put("status", response.status()), response.headers(), response.body());
  }

  private static JsonObject with(Members members, List<Header> headers, Bytes body) {
    if (!headers.isEmpty()) {
      members.texts(
          "headers", headers.stream().map(each -> each.name() + ": " + each.value()).toList());
    }
    byte[] bytes = body.toArray();
    if (bytes.length == 0 || bytes.length > MAX_BODY) {
      return members.object();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    return isText
        ? members.put("body", text).object()
        : members.put("base64", Base64.getEncoder().encodeToString(bytes)).object();
  }

  static HttpRequestMessage request(Fields kept) {
    String[] line = kept.text("request").split(" ", 2);
    return new HttpRequestMessage(
        line[0], line.length > 1 ? line[1] : "/", headers(kept), body(kept));
  }

  static HttpResponseMessage response(Fields kept) {
    return new HttpResponseMessage(kept.number("status"), headers(kept), body(kept));
  }

  private static List<Header> headers(Fields kept) {
    List<Header> headers = new ArrayList<>();
    for (String line : kept.texts("headers")) {
      int colon = line.indexOf(':', 1);
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon), line.substring(colon + 1).replaceFirst("^ ", "")));
      }
    }
    return headers;
  }

  private static Bytes body(Fields kept) {
    if (!kept.has("base64")) {
      return Bytes.utf8(kept.text("body"));
    }
    try {
      return Bytes.of(Base64.getDecoder().decode(kept.text("base64")));
    } catch (IllegalArgumentException damaged) {
      return Bytes.EMPTY;
    }
  }
}
