package dev.concordat.standin.wiremock.response;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.wiremock.response.ResponseDefinition.Content;
import dev.concordat.standin.wiremock.response.ResponseDefinition.HeaderTemplate;
import dev.concordat.standin.wiremock.response.ResponseDefinition.ProxyTemplate;
import dev.concordat.standin.wiremock.template.ResponseTemplate;
import dev.concordat.standin.wiremock.template.TemplateEngine;
import dev.concordat.wire.fault.Close;
import dev.concordat.wire.fault.DeliveryFault;
import dev.concordat.wire.fault.Garbage;
import dev.concordat.wire.fault.MalformedChunk;
import dev.concordat.wire.fault.Reset;
import dev.concordat.wire.fault.SlowBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the `response` of a mapping ready to be served.
public final class ResponseCompiler {
  private static final String TEMPLATES = "response-template";
  private static final int OK = 200;
  private static final int FIRST_STATUS = 200;
  private static final int LAST_STATUS = 999;

  private final TemplateEngine engine;
  private final boolean isEverythingTemplated;
  private final boolean allowsAnywhere;

  /// @param isEverythingTemplated whether also responses that do not ask for it are templates
  /// @param allowsAnywhere whether others than this machine may be proxied to
  public ResponseCompiler(
      TemplateEngine engine, boolean isEverythingTemplated, boolean allowsAnywhere) {
    this.engine = engine;
    this.isEverythingTemplated = isEverythingTemplated;
    this.allowsAnywhere = allowsAnywhere;
  }

  /// What came of it.
  ///
  /// @param complaints why it cannot be served; then the definition is of no use
  public record Compiled(ResponseDefinition definition, List<String> complaints) {
    public Compiled {
      complaints = List.copyOf(complaints);
    }
  }

  public Compiled compile(JsonObject written) {
    var reading = new Reading(written);
    ResponseDefinition definition = reading.definition();
    return new Compiled(definition, reading.complaints);
  }

  private final class Reading {
    private final JsonObject written;
    private final List<String> complaints = new ArrayList<>();
    private final boolean isTemplated;

    Reading(JsonObject written) {
      this.written = written;
      boolean asks = false;
      for (JsonValue name : items("transformers")) {
        if (name.equals(new JsonString(TEMPLATES))) {
          asks = true;
        } else {
          complaints.add("the transformer " + name + " is not supported; " + TEMPLATES + " is");
        }
      }
      this.isTemplated = asks || isEverythingTemplated;
    }

    private ResponseDefinition definition() {
      return new ResponseDefinition(
          status(),
          text("statusMessage").orElse(""),
          headers(),
          content(),
          Delays.read(written, "fixedDelayMilliseconds", complaints::add),
          fault(),
          proxy(),
          engine,
          allowsAnywhere);
    }

    private Optional<String> text(String name) {
      return written.member(name).orElse(null) instanceof JsonString(String text)
          ? Optional.of(text)
          : Optional.empty();
    }

    private List<JsonValue> items(String name) {
      return written.member(name).orElse(null) instanceof JsonArray(List<JsonValue> items)
          ? items
          : List.of();
    }

    private int status() {
      if (!(written.member("status").orElse(null) instanceof JsonNumber number)) {
        return OK;
      }
      int status = number.isTame() && number.isInteger() ? number.decimal().intValue() : 0;
      if (status < FIRST_STATUS || status > LAST_STATUS) {
        complaints.add("the status " + number + " cannot end a request: it goes from 200 to 999");
        return OK;
      }
      return status;
    }

    private List<HeaderTemplate> headers() {
      var headers = new ArrayList<HeaderTemplate>();
      for (Header header : headers("headers")) {
        headers.add(new HeaderTemplate(header.name(), header.value(), template(header.value())));
      }
      return headers;
    }

    private List<Header> headers(String member) {
      var headers = new ArrayList<Header>();
      if (written.member(member).orElse(null) instanceof JsonObject object) {
        for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
          List<JsonValue> values =
              entry.getValue() instanceof JsonArray(List<JsonValue> all)
                  ? all
                  : List.of(entry.getValue());
          for (JsonValue value : values) {
            add(entry.getKey(), plain(value), headers);
          }
        }
      }
      return headers;
    }

    private void add(String name, String value, List<Header> headers) {
      boolean isField =
          name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
              && !value.contains("\n")
              && !value.contains("\r");
      if (isField) {
        headers.add(new Header(name, value));
      } else {
        complaints.add("'" + name + ": " + value + "' is no header");
      }
    }

    private static String plain(JsonValue value) {
      return value instanceof JsonString(String text) ? text : value.toString();
    }

    private Optional<ResponseTemplate> template(String text) {
      if (!isTemplated || !text.contains("{{")) {
        return Optional.empty();
      }
      return switch (engine.compile(text)) {
        case TemplateEngine.Compiled.Good(ResponseTemplate template) -> Optional.of(template);
        case TemplateEngine.Compiled.Bad(String why) -> {
          complaints.add("the template cannot be read: " + why);
          yield Optional.empty();
        }
      };
    }

    private Content content() {
      Optional<String> file = text("bodyFileName");
      if (file.isPresent()) {
        boolean isContentTemplated =
            isTemplated
                && !(written.member("transformerParameters").orElse(null) instanceof JsonObject own
                    && own.member("disableBodyFileTemplating").orElse(null)
                        instanceof JsonBoolean(boolean is)
                    && is);
        return new Content.InFile(file.get(), template(file.get()), isContentTemplated);
      }
      if (written.has("base64Body")) {
        return new Content.Fixed(base64(text("base64Body").orElse("")));
      }
      String body =
          written
              .member("jsonBody")
              .map(JsonValue::toString)
              .or(() -> written.member("body").map(Reading::plain))
              .orElse("");
      return template(body)
          .<Content>map(Content.Templated::new)
          .orElseGet(() -> new Content.Fixed(Bytes.utf8(body)));
    }

    private Bytes base64(String text) {
      try {
        return Bytes.of(Base64.getDecoder().decode(text.strip()));
      } catch (IllegalArgumentException e) {
        complaints.add("base64Body is not Base64");
        return Bytes.EMPTY;
      }
    }

    private Optional<DeliveryFault> fault() {
      Optional<String> named = text("fault");
      if (named.isEmpty()) {
        return dribble();
      }
      return switch (named.get()) {
        case "EMPTY_RESPONSE" -> Optional.of(new Close(0));
        case "MALFORMED_RESPONSE_CHUNK" -> Optional.of(new MalformedChunk());
        case "RANDOM_DATA_THEN_CLOSE" -> Optional.of(new Garbage());
        case "CONNECTION_RESET_BY_PEER" -> Optional.of(new Reset(0));
        default -> {
          complaints.add(
              "there is no fault '"
                  + named.get()
                  + "': EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, RANDOM_DATA_THEN_CLOSE, CONNECTION_RESET_BY_PEER");
          yield Optional.empty();
        }
      };
    }

    private Optional<DeliveryFault> dribble() {
      if (!(written.member("chunkedDribbleDelay").orElse(null) instanceof JsonObject dribble)) {
        return Optional.empty();
      }
      Optional<Duration> during = Delays.millis(dribble, "totalDuration", complaints::add);
      int pieces =
          dribble.member("numberOfChunks").orElse(null) instanceof JsonNumber number
                  && number.isTame()
              ? number.decimal().intValue()
              : 0;
      if (during.isEmpty() || pieces < 1 || pieces > SlowBody.MAX_PIECES) {
        complaints.add(
            "chunkedDribbleDelay needs numberOfChunks from 1 to "
                + SlowBody.MAX_PIECES
                + " and totalDuration in ms");
        return Optional.empty();
      }
      return Optional.of(new SlowBody(pieces, during.get()));
    }

    private Optional<ProxyTemplate> proxy() {
      Optional<String> baseUrl = text("proxyBaseUrl");
      if (baseUrl.isEmpty()) {
        return Optional.empty();
      }
      Optional<ResponseTemplate> template = template(baseUrl.get());
      if (template.isEmpty()) {
        Proxying.objection(baseUrl.get(), allowsAnywhere).ifPresent(complaints::add);
      }
      Set<String> removed = new HashSet<>();
      items("removeProxyRequestHeaders")
          .forEach(name -> removed.add(plain(name).toLowerCase(Locale.ROOT)));
      return Optional.of(
          new ProxyTemplate(
              new Proxying(
                  baseUrl.get(),
                  text("proxyUrlPrefixToRemove").orElse(""),
                  headers("additionalProxyRequestHeaders"),
                  removed),
              template));
    }
  }
}
