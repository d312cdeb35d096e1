package dev.concordat.registry.webhook;

import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request as somebody wrote it, with `${pactbroker.…}` where something is to be filled in.
///
/// @param json its members `method`, `url`, `headers`, `body`, `username`, `password`
record Template(JsonObject json) {
  /// Shown instead of a secret.
  static final String HIDDEN = "**********";

  private static final Pattern PARAMETER = Pattern.compile("\\$\\{(pactbroker\\.[A-Za-z]+)}");
  private static final Pattern ANY_PARAMETER = Pattern.compile("\\$\\{[^}]*}");
  private static final Pattern SECRET_NAME =
      Pattern.compile("authorization|token|secret|api-?key|password", Pattern.CASE_INSENSITIVE);

  /// With parameters filled in: percent-encoded in the address, as they are elsewhere.
  Call fill(Map<String, String> parameters) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers().forEach((name, value) -> headers.put(name, fill(value, parameters)));
    return new Call(
        method(),
        fill(url(), parameters, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)),
        headers,
        body()
            .map(
                text ->
                    fill(
                        text,
                        parameters,
                        isJsonBody() ? Template::quoted : UnaryOperator.identity())),
        text("username").map(text -> fill(text, parameters)),
        text("password").map(text -> fill(text, parameters)));
  }

  static String fill(String text, Map<String, String> parameters) {
    return fill(text, parameters, UnaryOperator.identity());
  }

  private static String fill(
      String text, Map<String, String> parameters, UnaryOperator<String> escape) {
    return PARAMETER
        .matcher(text)
        .replaceAll(
            found -> {
              String value = parameters.get(found.group(1));
              return Matcher.quoteReplacement(value == null ? found.group() : escape.apply(value));
            });
  }

  /// The address with a word in the place of every parameter.
  static String placeholder(String url, String word) {
    return ANY_PARAMETER.matcher(url).replaceAll(word);
  }

  String method() {
    return text("method").orElse("POST").toUpperCase(Locale.ROOT);
  }

  String url() {
    return text("url").orElse("");
  }

  /// `POST example.org`
  String description() {
    String url = placeholder(url(), "placeholder");
    int from = url.indexOf("://");
    String rest = from < 0 ? url : url.substring(from + 3);
    String authority = rest.split("[/?#]", 2)[0];
    String host = authority.substring(authority.indexOf('@') + 1).replaceAll(":[0-9]+$", "");
    return method() + " " + host;
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (json.member("headers").orElse(JsonObject.EMPTY) instanceof JsonObject given) {
      given
          .members()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), string(value)));
    }
    return headers;
  }

  private Optional<String> body() {
    return json.member("body").filter(value -> !(value instanceof JsonNull)).map(Template::string);
  }

  private boolean isJsonBody() {
    return json.member("body").filter(JsonString.class::isInstance).isEmpty();
  }

  /// A value inside a string of JSON: a quote in a name must not end it.
  private static String quoted(String value) {
    String text = JsonText.compact(new JsonString(value));
    return text.substring(1, text.length() - 1);
  }

  /// Whether the body asks for a parameter.
  boolean uses(String parameter) {
    return body().filter(text -> text.contains("${" + parameter + "}")).isPresent();
  }

  private Optional<String> text(String name) {
    return json.member(name).filter(value -> !(value instanceof JsonNull)).map(Template::string);
  }

  private static String string(JsonValue value) {
    return value instanceof JsonString(String text) ? text : JsonText.compact(value);
  }

  /// As it is shown: secrets are not, parameters are.
  JsonObject shown() {
    JsonObject.Builder shown = new JsonObject.Builder();
    shown.add("method", new JsonString(text("method").orElse("POST")));
    shown.add("url", new JsonString(url()));
    if (!headers().isEmpty()) {
      JsonObject.Builder headers = new JsonObject.Builder();
      headers()
          .forEach(
              (name, value) ->
                  headers.add(name, new JsonString(isSecret(name) ? hidden(value) : value)));
      shown.add("headers", headers.build());
    }
    json.member("body").ifPresent(body -> shown.add("body", body));
    text("username").ifPresent(user -> shown.add("username", new JsonString(user)));
    text("password").ifPresent(secret -> shown.add("password", new JsonString(hidden(secret))));
    return shown.build();
  }

  /// Whether a header's value is a secret.
  static boolean isSecret(String header) {
    return SECRET_NAME.matcher(header).find();
  }

  private static String hidden(String value) {
    return PARAMETER.matcher(value).find() ? value : HIDDEN;
  }

  /// With the secrets of another one where this one has only what is shown of them: a client that reads, changes and writes
  /// a webhook keeps them.
  Template withSecretsOf(Template before) {
    JsonObject kept = json;
    if (text("password").filter(HIDDEN::equals).isPresent()) {
      Optional<JsonValue> secret = before.json.member("password");
      kept = secret.isPresent() ? kept.with("password", secret.get()) : kept.without("password");
    }
    JsonObject.Builder headers = new JsonObject.Builder();
    headers()
        .forEach(
            (name, value) ->
                headers.add(
                    name,
                    new JsonString(
                        value.equals(HIDDEN)
                            ? before.headers().getOrDefault(name, value)
                            : value)));
    return new Template(headers().isEmpty() ? kept : kept.with("headers", headers.build()));
  }
}
