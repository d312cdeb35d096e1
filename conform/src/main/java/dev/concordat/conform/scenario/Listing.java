package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.JsonBodies;
import dev.concordat.conform.resource.Listings;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The collection in which a thing should be, looked through page by page.
final class Listing {
  private static final int MAX_PAGES = 5;

  private final Walk walk;
  private final Instance wanted;
  private final HttpOperation list;
  private final Paging paging;
  private final Choosing choosing;
  private final JsonObject thing;

  private Listing(Walk walk, Instance wanted, HttpOperation list, JsonObject thing) {
    this.walk = walk;
    this.wanted = wanted;
    this.list = list;
    this.paging = Paging.of(list);
    this.choosing = Choosing.of(list, wanted.resource(), thing);
    this.thing = thing;
  }

  /// How a search ended.
  sealed interface Search {
    record Found(Exchange where) implements Search {}

    /// Not on any page.
    ///
    /// @param last the last page
    record Absent(Exchange last) implements Search {}

    /// The list was not to be had, could not be read, or has more pages than are looked at.
    record Unknown() implements Search {}
  }

  static Listing of(Walk walk, Instance wanted) {
    return of(walk, wanted, JsonObject.EMPTY);
  }

  /// @param thing what is known of it, for lists that must be asked for by a value of it
  static Listing of(Walk walk, Instance wanted, JsonObject thing) {
    HttpOperation list = wanted.resource().operation(Role.LIST).orElseThrow();
    return new Listing(walk, wanted, list, thing);
  }

  Search search(String what) {
    return search(what, Identity.FIRST);
  }

  Search search(String what, Identity as) {
    int seen = 0;
    for (int page = 0; page < MAX_PAGES; page++) {
      Map<String, JsonValue> extra = new LinkedHashMap<>(paging.largest());
      extra.putAll(choosing.values());
      if (page > 0) {
        extra.putAll(paging.from(seen, page));
      }
      Exchange exchange = walk.send(list, request(extra), as, Expected.JUDGED_LATER, what);
      Optional<List<JsonValue>> items = items(walk, exchange, wanted.resource());
      if (items.isEmpty()) {
        return new Search.Unknown();
      }
      if (holds(exchange) || showsOtherwise(items.get())) {
        return new Search.Found(exchange);
      }
      seen += items.get().size();
      if (items.get().isEmpty() || !paging.mayHaveMore(exchange, items.get().size(), seen)) {
        return choosing.isKnown() && isReadable(exchange, items.get())
            ? new Search.Absent(exchange)
            : new Search.Unknown();
      }
      if (!paging.canTurn()) {
        return new Search.Unknown();
      }
    }
    return new Search.Unknown();
  }

  private HttpRequestMessage request(Map<String, JsonValue> extra) {
    return walk.request(list, wanted, extra);
  }

  /// The items of an answer that is right by itself.
  static Optional<List<JsonValue>> items(Walk walk, Exchange exchange, Resource resource) {
    return walk.isDone(exchange)
        ? exchange
            .response()
            .flatMap(response -> JsonBodies.read(response.headers(), response.body()))
            .flatMap(body -> Listings.items(body, resource))
        : Optional.empty();
  }

  private boolean holds(Exchange exchange) {
    String id = text(wanted.id());
    return walk.site().instances().listed(wanted.resource(), exchange).stream()
        .anyMatch(each -> text(each.id()).equals(id));
  }

  /// Whether an item without the id that stands in the path shows the same as the thing. A thing may have more names than
  /// one, and a list may show only another.
  private boolean showsOtherwise(List<JsonValue> items) {
    String id = text(wanted.id());
    return items.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(item -> namesOf(id).noneMatch(item::has))
        .anyMatch(this::isThing);
  }

  /// The members under which the thing itself shows its id.
  private Stream<String> namesOf(String id) {
    return thing.members().entrySet().stream()
        .filter(member -> text(member.getValue()).equals(id))
        .map(Map.Entry::getKey);
  }

  private boolean isThing(JsonObject item) {
    List<String> shared = item.members().keySet().stream().filter(thing::has).toList();
    return shared.stream().anyMatch(name -> thing.member(name).orElseThrow() instanceof JsonString)
        && shared.stream()
            .allMatch(
                name ->
                    Likeness.isKept(
                        thing.member(name).orElseThrow(), item.member(name).orElseThrow()));
  }

  private static String text(JsonValue id) {
    return id instanceof JsonString(String text) ? text : id.toString();
  }

  /// Whether the items show ids by which they can be told apart; an empty list does.
  private boolean isReadable(Exchange exchange, List<JsonValue> items) {
    return items.isEmpty()
        || !walk.site().instances().listed(wanted.resource(), exchange).isEmpty();
  }
}
