package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the body of an interaction's message.
final class BodyReader {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final Problems problems;

  BodyReader(Problems problems) {
    this.problems = problems;
  }

  /// @param type the media type it states for itself; empty where it does not
  record Body(ExpectedBody body, String type) {
    static final Body UNSTATED = new Body(new ExpectedBody.Unstated(), "");
  }

  /// Versions 1 to 3: the value itself, read by the message's content type.
  Body plain(Optional<Node> node, Optional<String> contentType) {
    if (node.isEmpty()) {
      return Body.UNSTATED;
    }
    MediaType type = contentType.map(BodyTypes::parse).orElse(MediaType.UNKNOWN);
    return new Body(
        switch (node.get().toJson()) {
          case JsonNull ignored -> new ExpectedBody.None();
          case JsonString(String text) -> text(text, type);
          case JsonValue other -> new ExpectedBody.Present(Bytes.utf8(other.toString()));
        },
        "");
  }

  private static ExpectedBody text(String text, MediaType type) {
    if (text.isEmpty()) {
      return new ExpectedBody.None();
    }
    if (BodyTypes.isJson(type)) {
      return json(text);
    }
    boolean isBinary = !BodyTypes.isText(type) && !type.isMultipart() && !type.isUnknown();
    return isBinary ? base64(text).orElseGet(() -> present(text)) : present(text);
  }

  private static ExpectedBody present(String text) {
    return new ExpectedBody.Present(Bytes.utf8(text));
  }

  /// A string under a JSON content type is JSON text if it can be, else a JSON string.
  private static ExpectedBody json(String text) {
    boolean isJson = JsonParser.parse(text).value().isPresent();
    return present(isJson ? text : new JsonString(text).toString());
  }

  private static Optional<ExpectedBody> base64(String text) {
    try {
      String digits = WHITE_SPACE.matcher(text).replaceAll("");
      return Optional.of(new ExpectedBody.Present(Bytes.of(Base64.getDecoder().decode(digits))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// Version 4: an object with the content, its type and how it is encoded.
  Body wrapped(Optional<Node> node, Optional<String> contentType) {
    if (node.isEmpty()) {
      return Body.UNSTATED;
    }
    if (node.get() instanceof ScalarNode scalar && scalar.isNull()) {
      return new Body(new ExpectedBody.None(), "");
    }
    if (!(node.get() instanceof ObjectNode body)) {
      problems.error(
          "pact/bad-body",
          node.get(),
          "a body of version 4 is an object, this is " + node.get(),
          "write {\"content\": …, \"contentType\": …}");
      return Body.UNSTATED;
    }
    String own = Fields.text(body, "contentType").orElse("");
    MediaType type =
        own.isEmpty()
            ? contentType.map(BodyTypes::parse).orElse(MediaType.UNKNOWN)
            : BodyTypes.parse(own);
    Optional<Node> content = body.get("content");
    if (content.isEmpty()) {
      return new Body(new ExpectedBody.Unstated(), own);
    }
    String encoding = Fields.text(body, "encoded").orElse("false").toLowerCase(Locale.ROOT);
    return new Body(content(content.get(), encoding, type), own);
  }

  private ExpectedBody content(Node node, String encoding, MediaType type) {
    return switch (node.toJson()) {
      case JsonNull ignored -> new ExpectedBody.None();
      case JsonString(String text) when text.isEmpty() -> new ExpectedBody.None();
      case JsonString(String text) when encoding.equals("json") ->
          present(new JsonString(text).toString());
      case JsonString(String text) when encoding.equals("base64") || encoding.equals("true") ->
          base64(text).orElseGet(() -> notBase64(node, text));
      case JsonString(String text) -> BodyTypes.isJson(type) ? json(text) : present(text);
      case JsonValue other -> present(other.toString());
    };
  }

  private ExpectedBody notBase64(Node node, String text) {
    problems.error(
        "pact/bad-body",
        node,
        "the content says it is Base64 but is not",
        "encode it, or say \"encoded\": false");
    return present(text);
  }
}
