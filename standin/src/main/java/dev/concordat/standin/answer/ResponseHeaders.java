package dev.concordat.standin.answer;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.value.Typed;
import dev.concordat.standin.value.ValueMaker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headers of a documented response: those that the answer itself tells, then documented examples, then made values.
public final class ResponseHeaders {
  /// How a message is framed and what its body is, the server itself says (RFC 9110 section 8, RFC 9112).
  private static final Set<String> OWN =
      Set.of(
          "content-type",
          "content-length",
          "transfer-encoding",
          "connection",
          "content-encoding",
          "keep-alive",
          "upgrade",
          "trailer");

  private final ValueMaker maker;

  public ResponseHeaders(ValueMaker maker) {
    this.maker = maker;
  }

  /// The headers in the contract's order, then what else is told.
  ///
  /// @param told by name in lower case
  /// @param path names the values' use
  public List<Header> of(ResponseSpec spec, Map<String, Header> told, String path) {
    var headers = new ArrayList<Header>();
    Set<String> written = new HashSet<>();
    for (Parameter documented : spec.headers()) {
      String name = documented.name().toLowerCase(Locale.ROOT);
      boolean isOwn =
          OWN.contains(name) && !(name.equals("content-encoding") && documented.required());
      if (!isOwn) {
        value(documented, Optional.ofNullable(told.get(name)), path)
            .ifPresent(
                value -> {
                  headers.add(new Header(documented.name(), value));
                  written.add(name);
                });
      }
    }
    told.forEach(
        (name, header) -> {
          if (!written.contains(name)) {
            headers.add(header);
          }
        });
    return headers;
  }

  private Optional<String> value(Parameter header, Optional<Header> told, String path) {
    Optional<String> own =
        told.map(Header::value)
            .filter(
                text ->
                    header.schema().map(schema -> Typed.of(schema, text).isPresent()).orElse(true));
    return own.or(
        () -> documented(header, path).flatMap(value -> ParameterEncoder.header(header, value)));
  }

  private Optional<JsonValue> documented(Parameter header, String path) {
    return header.examples().stream()
        .map(DocumentedExample::value)
        .filter(value -> header.schema().map(schema -> schema.accepts(value)).orElse(true))
        .findFirst()
        .or(
            () ->
                header
                    .schema()
                    .flatMap(schema -> maker.full(schema, path + "/header/" + header.name())));
  }
}
