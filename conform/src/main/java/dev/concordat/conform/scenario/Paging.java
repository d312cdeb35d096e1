package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.resource.Words;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a list is asked for in pages, guessed from the names of its query parameters.
///
/// @param limit how many items at most
/// @param offset how many to leave out
/// @param page which page
record Paging(Optional<Parameter> limit, Optional<Parameter> offset, Optional<Parameter> page) {
  private static final Set<String> LIMITS =
      Set.of(
          "limit",
          "pagesize",
          "perpage",
          "size",
          "count",
          "top",
          "maxresults",
          "max",
          "first",
          "take");
  private static final Set<String> OFFSETS =
      Set.of("offset", "skip", "start", "startindex", "startat", "from");
  private static final Set<String> PAGES = Set.of("page", "pagenumber", "pageno", "pageindex");
  private static final Set<String> TOTALS =
      Set.of("total", "totalcount", "totalitems", "totalelements", "totalresults");
  private static final long LARGE = 100;

  static Paging of(HttpOperation list) {
    return new Paging(named(list, LIMITS), named(list, OFFSETS), named(list, PAGES));
  }

  private static Optional<Parameter> named(HttpOperation list, Set<String> names) {
    return list.parameters(ParameterLocation.QUERY).stream()
        .filter(parameter -> names.contains(Words.plain(parameter.name())))
        .filter(parameter -> accepts(parameter, 1) || accepts(parameter, 0))
        .findFirst();
  }

  private static boolean accepts(Parameter parameter, long number) {
    return parameter.schema().map(schema -> schema.accepts(JsonNumber.of(number))).orElse(true);
  }

  /// Whether later pages can be asked for.
  boolean canTurn() {
    return offset.isPresent() || page.isPresent();
  }

  /// The parameter with which most items come.
  Map<String, JsonValue> largest() {
    return limit
        .map(parameter -> Map.of(parameter.pointer(), (JsonValue) JsonNumber.of(most(parameter))))
        .orElse(Map.of());
  }

  private static long most(Parameter parameter) {
    Optional<SchemaView> view = parameter.schema().map(schema -> schema.view());
    return view.flatMap(SchemaView::maximum)
        .map(maximum -> Math.min(maximum.longValue(), LARGE))
        .orElse(LARGE);
  }

  /// The parameters for pages of this size; empty where it is not allowed.
  Map<String, JsonValue> of(int size) {
    return limit
        .filter(parameter -> accepts(parameter, size))
        .map(parameter -> Map.of(parameter.pointer(), (JsonValue) JsonNumber.of(size)))
        .orElse(Map.of());
  }

  /// The parameters for a later page.
  ///
  /// @param seen how many items the pages before it had
  /// @param pages how many pages came before it
  Map<String, JsonValue> from(int seen, int pages) {
    if (offset.isPresent()) {
      return Map.of(offset.get().pointer(), JsonNumber.of(seen));
    }
    return page.map(
            parameter ->
                Map.of(
                    parameter.pointer(),
                    (JsonValue) JsonNumber.of(pages + (accepts(parameter, 0) ? 0 : 1))))
        .orElse(Map.of());
  }

  /// Whether pages are counted from zero here, though the contract does not say so.
  boolean mayCountFromOne() {
    return offset.isEmpty() && page.filter(parameter -> accepts(parameter, 0)).isPresent();
  }

  /// Whether there may be more items than were seen.
  boolean mayHaveMore(Exchange exchange, int onPage, int seen) {
    Optional<Long> total = total(exchange);
    if (total.isPresent()) {
      return seen < total.get();
    }
    boolean saysNext =
        exchange
            .response()
            .flatMap(response -> response.header("Link"))
            .map(link -> link.contains("next"))
            .orElse(false);
    boolean isFull = limit.map(parameter -> onPage >= most(parameter)).orElse(canTurn());
    return saysNext || hasCursor(exchange) || isFull;
  }

  private static boolean hasCursor(Exchange exchange) {
    return body(exchange).members().entrySet().stream()
        .anyMatch(
            member ->
                Words.plain(member.getKey()).contains("next")
                    && member.getValue() instanceof JsonString(String text)
                    && !text.isEmpty());
  }

  /// The number of items on all pages, where the answer says it: by a member of its envelope or by `X-Total-Count`.
  static Optional<Long> total(Exchange exchange) {
    JsonObject body = body(exchange);
    Optional<Long> inBody =
        body.members().entrySet().stream()
            .filter(member -> TOTALS.contains(Words.plain(member.getKey())))
            .map(Map.Entry::getValue)
            .flatMap(value -> number(value.toString()).stream())
            .findFirst();
    return inBody.or(
        () ->
            exchange
                .response()
                .flatMap(response -> response.header("X-Total-Count"))
                .flatMap(Paging::number));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static JsonObject body(Exchange exchange) {
    return exchange
        .response()
        .flatMap(response -> JsonBodies.read(response.headers(), response.body()))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElse(JsonObject.EMPTY);
  }

  /// The names under which pages are asked for, so that they are not taken for filters.
  static boolean isPaging(String name) {
    return List.of(LIMITS, OFFSETS, PAGES).stream()
        .anyMatch(names -> names.contains(Words.plain(name)));
  }
}
