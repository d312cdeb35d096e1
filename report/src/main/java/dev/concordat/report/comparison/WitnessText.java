package dev.concordat.report.comparison;

import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.json.JsonLook;
import dev.concordat.report.terminal.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A message in the form in which people write it down: HTTP with request line, headers and body, or JSON. Control characters
/// are made visible, and what is very long is cut and says so.
public final class WitnessText {
  private static final int MAX_BODY_LINES = 60;
  private static final int MAX_LINE = 300;
  private static final int MAX_SHOWN_BYTES = 64;

  /// JSON up to this long stays on one line.
  private static final int SHORT_JSON = 80;

  private WitnessText() {}

  /// The lines, without line ends.
  public static List<String> lines(WitnessMessage message) {
    return switch (message) {
      case WitnessMessage.HttpRequest(HttpRequestMessage request) -> request(request);
      case WitnessMessage.HttpResponse(HttpRequestMessage request, HttpResponseMessage response) ->
          response(request, response);
      case WitnessMessage.Message(String address, JsonValue headers, JsonValue payload) ->
          message(address, headers, payload);
      case WitnessMessage.Value(JsonValue value) -> json(value);
      case WitnessMessage.Encoded(Bytes bytes, JsonValue sent, JsonValue read) ->
          encoded(bytes, sent, read);
      case WitnessMessage.GraphQl(String document, JsonValue variables) ->
          graphQl(document, variables);
      case WitnessMessage.GraphQlAnswer(String document, JsonValue variables, JsonValue answer) -> {
        List<String> lines = new ArrayList<>(graphQl(document, variables));
        addLabelled(lines, "answer ", answer);
        yield lines;
      }
    };
  }

  private static List<String> request(HttpRequestMessage request) {
    List<String> lines = new ArrayList<>();
    lines.add(shown(request.method() + " " + request.target() + " HTTP/1.1"));
    addFields(lines, request.headers(), request.body());
    return lines;
  }

  private static List<String> response(HttpRequestMessage request, HttpResponseMessage response) {
    List<String> lines = new ArrayList<>();
    lines.add(shown("HTTP/1.1 " + response.status()));
    addFields(lines, response.headers(), response.body());
    String asked = request.method() + " " + request.target();
    if (!asked.isBlank()) {
      lines.set(0, lines.getFirst() + shown("   answers " + asked));
    }
    return lines;
  }

  private static void addFields(List<String> lines, List<Header> headers, Bytes body) {
    headers.forEach(header -> lines.add(shown(header.name() + ": " + header.value())));
    if (body.size() > 0) {
      lines.add("");
      lines.addAll(body(body));
    }
  }

  private static List<String> body(Bytes bytes) {
    byte[] kept = bytes.toArray();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(kept)).toString();
      return limited(text.length() <= SHORT_JSON ? text : JsonLook.indent(text));
    } catch (CharacterCodingException notText) {
      return List.of(hex(bytes));
    }
  }

  private static List<String> message(String address, JsonValue headers, JsonValue payload) {
    List<String> lines = new ArrayList<>();
    lines.add(shown("to " + address));
    boolean hasHeaders =
        headers != JsonNull.NULL && !(headers instanceof JsonObject object && object.size() == 0);
    if (hasHeaders) {
      json(headers).forEach(line -> lines.add("headers " + line));
    }
    lines.addAll(json(payload));
    return lines;
  }

  private static List<String> encoded(Bytes bytes, JsonValue sent, JsonValue read) {
    List<String> lines = new ArrayList<>();
    lines.add(bytes.size() == 0 ? "no bytes" : hex(bytes));
    addLabelled(lines, "sent ", sent);
    addLabelled(lines, "read ", read);
    return lines;
  }

  private static void addLabelled(List<String> lines, String label, JsonValue value) {
    List<String> text = json(value);
    lines.add(label + text.getFirst());
    text.stream().skip(1).forEach(line -> lines.add(" ".repeat(label.length()) + line));
  }

  private static List<String> graphQl(String document, JsonValue variables) {
    List<String> lines = new ArrayList<>(limited(document.strip()));
    if (variables instanceof JsonObject object && object.size() > 0) {
      addLabelled(lines, "variables ", variables);
    }
    return lines;
  }

  /// A value as lines of JSON.
  static List<String> json(JsonValue value) {
    String compact = JsonText.compact(value);
    return limited(compact.length() <= SHORT_JSON ? compact : JsonText.pretty(value));
  }

  private static String hex(Bytes bytes) {
    byte[] all = bytes.toArray();
    int shown = Math.min(all.length, MAX_SHOWN_BYTES);
    return HexFormat.ofDelimiter(" ").formatHex(all, 0, shown)
        + (shown < all.length ? " … (" + Words.count(all.length, "byte") + " in all)" : "");
  }

  private static List<String> limited(String text) {
    List<String> all = text.lines().toList();
    List<String> lines = new ArrayList<>();
    all.stream().limit(MAX_BODY_LINES).forEach(line -> lines.add(shown(line)));
    if (all.size() > MAX_BODY_LINES) {
      lines.add("… and " + (all.size() - MAX_BODY_LINES) + " more lines; --format json has them");
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  private static String shown(String text) {
    return Words.shown(text, MAX_LINE);
  }
}
