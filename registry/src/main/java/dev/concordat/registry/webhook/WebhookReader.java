package dev.concordat.registry.webhook;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Event;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads what a client says of a webhook; errors in the words of the Pact Broker, by the pointer of the member.
final class WebhookReader {
  private static final String SEE = ". See /doc/webhooks#whitelist for more information.";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private final WebhookSettings settings;
  private final Predicate<String> isSystem;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  WebhookReader(WebhookSettings settings, Predicate<String> isSystem) {
    this.settings = settings;
    this.isSystem = isSystem;
  }

  /// What was read.
  sealed interface Read {
    /// It can be kept.
    record Good(WebhookDraft draft) implements Read {}

    /// It cannot, and why, by members.
    record Bad(Map<String, List<String>> errors) implements Read {
      public Bad {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
      }
    }

    /// It is no JSON object.
    record NoJson(String reason) implements Read {}
  }

  Read read(Bytes body) {
    var parsed = JsonParser.parse(body.toArray());
    if (parsed.failure().isPresent()) {
      return new Read.NoJson(parsed.failure().get().message());
    }
    if (!(parsed.value().orElse(JsonNull.NULL) instanceof JsonObject json)) {
      return new Read.NoJson("the body must be an object");
    }
    Optional<String> consumer = system(json, "consumer");
    Optional<String> provider = system(json, "provider");
    Optional<JsonValue> uuid = json.member("uuid");
    uuid.ifPresent(
        value -> {
          if (!isUuid(text(Optional.of(value)).orElse(""))) {
            error(
                "uuid",
                "can only contain the characters A-Z, a-z, 0-9, _ and -, and must be 16 or more characters");
          }
        });
    List<String> events = events(json);
    Template request = request(json);
    Optional<JsonValue> enabled =
        json.member("enabled").filter(value -> !(value instanceof JsonNull));
    if (enabled.isPresent() && !(enabled.get() instanceof JsonBoolean)) {
      error("enabled", "must be boolean");
    }
    if (!errors.isEmpty()) {
      return new Read.Bad(errors);
    }
    return new Read.Good(
        new WebhookDraft(
            consumer,
            provider,
            label(json, "consumer"),
            label(json, "provider"),
            text(json.member("description")),
            events,
            request,
            enabled.map(value -> value.equals(JsonBoolean.of(true)))));
  }

  static boolean isUuid(String text) {
    return text.matches("[A-Za-z0-9_-]{16,128}");
  }

  private Optional<String> system(JsonObject json, String role) {
    Optional<JsonObject> side = object(json, role);
    if (side.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = text(side.get().member("name"));
    boolean hasLabel = label(json, role).isPresent();
    if (hasLabel) {
      if (name.isPresent()) {
        error(role + ".label", "name and label cannot be provided at the same time");
      }
      return Optional.empty();
    }
    if (name.isEmpty()) {
      error(role + ".name", "cannot be blank");
    } else if (!isSystem.test(name.get())) {
      error(role + ".name", "does not match an existing pacticipant");
    }
    return name;
  }

  private static Optional<String> label(JsonObject json, String role) {
    return object(json, role).flatMap(side -> text(side.member("label")));
  }

  private List<String> events(JsonObject json) {
    Optional<JsonValue> given = json.member("events").filter(value -> !(value instanceof JsonNull));
    if (given.isEmpty()) {
      return List.of(Event.Kind.CONTRACT_CONTENT_CHANGED.label());
    }
    List<JsonValue> items = given.get() instanceof JsonArray(var all) ? all : List.of();
    if (items.isEmpty()) {
      error("events", "size cannot be less than 1");
      return List.of();
    }
    Set<String> known =
        Arrays.stream(Event.Kind.values()).map(Event.Kind::label).collect(Collectors.toSet());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<String> name =
          items.get(i) instanceof JsonObject event ? text(event.member("name")) : Optional.empty();
      if (name.filter(known::contains).isEmpty()) {
        error(
            "events",
            "must be one of: "
                + Arrays.stream(Event.Kind.values())
                    .map(Event.Kind::label)
                    .collect(Collectors.joining(", "))
                + " (at index "
                + i
                + ")");
      } else if (!names.contains(name.get())) {
        names.add(name.get());
      }
    }
    return names;
  }

  private Template request(JsonObject json) {
    Optional<JsonObject> given = object(json, "request");
    if (given.isEmpty()) {
      error("request", "is missing");
      return new Template(JsonObject.EMPTY);
    }
    Template request = new Template(given.get());
    method(given.get());
    url(given.get());
    boolean isOdd = request.headers().keySet().stream().anyMatch(name -> !name.matches(TOKEN));
    if (isOdd) {
      error("request.headers", "has a name that no HTTP header can have");
    }
    return request;
  }

  private void method(JsonObject request) {
    Optional<String> method = text(request.member("method")).map(it -> it.toUpperCase(Locale.ROOT));
    if (method.isEmpty()) {
      error("request.method", "is missing");
    } else if (!METHODS.contains(method.get())) {
      error("request.method", "is not a recognised HTTP method");
    } else if (!settings.methods().contains(method.get())) {
      String allowed = String.join(", ", settings.methods());
      error(
          "request.method",
          (settings.methods().size() == 1 ? "must be " : "must be one of ") + allowed + SEE);
    }
  }

  private void url(JsonObject request) {
    Optional<String> url = text(request.member("url"));
    if (url.isEmpty()) {
      error("request.url", "is missing");
      return;
    }
    Optional<URI> first = uri(Template.placeholder(url.get(), "placeholder"));
    if (first.isEmpty() || first.get().getScheme() == null || first.get().getHost() == null) {
      boolean isTemplated =
          uri(Template.placeholder(url.get(), "placeholder")).isPresent()
              && url.get().matches("[a-z]+://[^/]*\\$\\{.*");
      error(
          "request.url",
          isTemplated
              ? "cannot have a template parameter in the host"
              : "is not a valid URL eg. http://example.org");
      return;
    }
    String scheme = first.get().getScheme().toLowerCase(Locale.ROOT);
    String host = first.get().getHost();
    Optional<URI> second = uri(Template.placeholder(url.get(), "differentplaceholder"));
    if (!scheme.equals("https") && !(settings.allowsHttp() && scheme.equals("http"))) {
      error(
          "request.url",
          "scheme must be " + (settings.allowsHttp() ? "https, http" : "https") + SEE);
    } else if (second.map(URI::getHost).filter(host::equals).isEmpty()) {
      error("request.url", "cannot have a template parameter in the host");
    } else if (!settings.allows(host)) {
      error(
          "request.url",
          settings.hosts().stream()
              .map(named -> "\"" + named + "\"")
              .collect(Collectors.joining(", ", "host must be in the whitelist ", SEE)));
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void error(String member, String message) {
    errors.computeIfAbsent(member, _ -> new ArrayList<>()).add(message);
  }

  private static Optional<JsonObject> object(JsonObject json, String name) {
    return json.member(name)
        .flatMap(
            value -> value instanceof JsonObject object ? Optional.of(object) : Optional.empty());
  }

  private static Optional<String> text(Optional<JsonValue> value) {
    return value.flatMap(
        it ->
            it instanceof JsonString(String text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty());
  }
}
