package dev.concordat.cases;

import dev.concordat.cases.value.Size;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What can be wrong with a request as HTTP: its method, what it takes for an answer, a parameter that comes twice.
final class ProtocolFlaws {
  /// The least harmful first, should a provider do what nobody documented.
  private static final List<String> METHODS = List.of("PATCH", "PUT", "POST", "DELETE");

  private static final String UNKNOWN_TYPE = "application/vnd.concordat.unknown";

  private final Drafts drafts;
  private final HttpOperation operation;
  private final OpenApiContract contract;
  private final WireReading reading;

  ProtocolFlaws(Drafts drafts, WireReading reading, OpenApiContract contract) {
    this.drafts = drafts;
    this.operation = drafts.operation();
    this.contract = contract;
    this.reading = reading;
  }

  List<Deviant> all() {
    var all = new ArrayList<Deviant>();
    if (isFirstOfItsPath()) {
      all.add(new Deviant(new Flaw("method", "method"), Outcome.METHOD_REFUSED, this::method));
    }
    if (operation.responses().stream().anyMatch(response -> !response.content().isEmpty())) {
      all.add(
          new Deviant(
              new Flaw("header:Accept", "not-acceptable"), Outcome.NOT_ACCEPTABLE, this::accept));
    }
    for (Parameter parameter : operation.parameters(ParameterLocation.QUERY)) {
      all.add(
          new Deviant(
              new Flaw(parameter.pointer(), "duplicate"),
              Outcome.ANSWERED,
              () -> twice(parameter)));
    }
    return all;
  }

  private boolean isFirstOfItsPath() {
    return contract.operations().stream()
        .filter(other -> other.path().equals(operation.path()))
        .findFirst()
        .filter(operation::equals)
        .isPresent();
  }

  private Deviant.Made method() {
    Optional<HttpRequestMessage> request = drafts.base("invalid/method").flatMap(d -> d.request());
    if (request.isEmpty()) {
      return new Deviant.Nothing();
    }
    Set<String> allowed = contract.allowedMethods(request.get().path());
    Optional<String> other = METHODS.stream().filter(m -> !allowed.contains(m)).findFirst();
    return other
        .<Deviant.Made>map(
            method ->
                new Deviant.Request(
                    title(
                        "method-" + method.toLowerCase(Locale.ROOT),
                        "with the method " + method + ", which the path does not have",
                        "RFC 9110 section 15.5.6: 405 when the method is not supported"),
                    new HttpRequestMessage(method, request.get().target(), List.of(), Bytes.EMPTY)))
        .orElseGet(Deviant.Nothing::new);
  }

  private Deviant.Made accept() {
    return changed(
        title(
            "not-acceptable",
            "accepting only " + UNKNOWN_TYPE,
            "RFC 9110 section 15.5.7: 406, or an answer in another media type"),
        request -> accepting(request, UNKNOWN_TYPE));
  }

  /// The request with what the client takes for an answer.
  static HttpRequestMessage accepting(HttpRequestMessage request, String types) {
    return new HttpRequestMessage(
        request.method(),
        request.target(),
        Stream.concat(
                request.headers().stream()
                    .filter(header -> !header.name().equalsIgnoreCase("Accept")),
                Stream.of(new Header("Accept", types)))
            .toList(),
        request.body());
  }

  private Deviant.Made changed(Title title, UnaryOperator<HttpRequestMessage> change) {
    return drafts
        .base(title.slug())
        .flatMap(draft -> drafts.renewed(draft, title.slug()).request())
        .filter(request -> reading.invalid(request).isEmpty())
        .map(change)
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(Deviant.Nothing::new);
  }

  /// The same field again; lists and objects come as several fields anyway.
  private Deviant.Made twice(Parameter parameter) {
    var title =
        new Title(
            "invalid/" + Title.slug(parameter.pointer()) + "-twice",
            ParameterFlaws.named(parameter) + " twice",
            "one value",
            new Sentence(parameter.place(), parameter.sourceLine()));
    return drafts
        .base(title.slug())
        .flatMap(draft -> twice(parameter, title, draft))
        .<Deviant.Made>map(request -> new Deviant.Request(title, request))
        .orElseGet(Deviant.Nothing::new);
  }

  private Optional<HttpRequestMessage> twice(Parameter parameter, Title title, RequestDraft draft) {
    return draft
        .value(parameter)
        .or(() -> drafts.value(parameter, title.slug(), Size.MINIMAL, ""))
        .filter(value -> !(value instanceof JsonArray) && !(value instanceof JsonObject))
        .flatMap(
            value ->
                draft
                    .with(parameter, value)
                    .request()
                    .flatMap(
                        request ->
                            ParameterEncoder.query(parameter, value)
                                .map(fields -> String.join("&", fields))
                                .map(
                                    field ->
                                        new HttpRequestMessage(
                                            request.method(),
                                            request.target() + "&" + field,
                                            request.headers(),
                                            request.body()))));
  }

  private Title title(String slug, String what, String reason) {
    return new Title(
        "invalid/" + slug, what, reason, new Sentence(operation.place(), operation.sourceLine()));
  }
}
