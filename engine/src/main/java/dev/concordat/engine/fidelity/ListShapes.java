package dev.concordat.engine.fidelity;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lists of objects that a request has and that others get item by item: whether a list of one stays a list, and an empty one
/// a list that is empty. What items hold is followed by itself.
final class ListShapes {
  private static final Pattern ITEM = Pattern.compile("(/.*?)/[0-9]+/.+");

  /// What stands for an item.
  private static final JsonValue AN_ITEM = new JsonString("item");

  private final Known known;
  private final Map<String, List<Carried>> places = new LinkedHashMap<>();

  ListShapes(Known known) {
    this.known = known;
    known.carried().forEach(this::learn);
  }

  /// By a field of an item: where it goes into an item of a list that is as long, the list goes there.
  private void learn(String field, List<Carried> carried) {
    Matcher item = ITEM.matcher(field);
    if (!item.matches()) {
      return;
    }
    String list = item.group(1);
    int length = items(list).size();
    for (Carried to : carried) {
      String at = to.place().at();
      int star = at.indexOf("/*/");
      if (to.place().kind() == ValuePlace.Kind.ROW || star < 1) {
        continue;
      }
      String there = at.substring(0, star);
      var place = new ValuePlace(to.place().kind(), to.place().subject(), there);
      var way = new Carried(place, Spelling.PLAIN, there, 1);
      List<Sighting> seen = seen(known.example(), List.of(way));
      boolean isAsLong =
          seen.stream()
              .allMatch(it -> it.value() instanceof JsonArray(var items) && items.size() == length);
      List<Carried> ways = places.computeIfAbsent(list, key -> new ArrayList<>());
      if (!seen.isEmpty() && isAsLong && !ways.contains(way)) {
        ways.add(way);
      }
    }
  }

  private List<JsonValue> items(String list) {
    return known.form().at(list) instanceof JsonArray(var items) ? items : List.of();
  }

  boolean has(String field) {
    return places.containsKey(field);
  }

  List<Carried> places(String field) {
    return places.getOrDefault(field, List.of());
  }

  /// Requests with one item in each list, and with none, as far as contracts allow it.
  List<Filling> rounds(Errands errands, Roles roles) {
    List<Filling> rounds = new ArrayList<>();
    for (int length : List.of(1, 0)) {
      Map<String, JsonValue> lists = new LinkedHashMap<>();
      places.forEach(
          (field, ways) -> {
            var way = new OnTheWay(roles, seen(known.example(), ways));
            if (items(field).size() > length) {
              JsonValue shorter = new JsonArray(items(field).subList(0, length));
              boolean isAllowed =
                  errands.allows(known.form(), Filling.of(Map.of(field, shorter)))
                      && way.allowLength(ways, length);
              if (!ways.isEmpty() && isAllowed) {
                lists.put(field, shorter);
              }
            }
          });
      if (!lists.isEmpty()) {
        rounds.add(Filling.of(lists));
      }
    }
    return rounds;
  }

  /// What became of a list in the places to which it goes; of lists that stayed lists nothing is said.
  Passage passage(JsonValue sent, String field, Trip trip) {
    JsonValue shape = sent instanceof JsonArray(var items) && items.isEmpty() ? sent : list();
    List<Sighting> shapes =
        seen(trip, places(field)).stream().map(it -> it.with(shape(it.value(), shape))).toList();
    List<Sighting> all = new ArrayList<>(trip.seen());
    all.addAll(shapes);
    return Passage.of(Optional.of(shape), places(field), all, (place, value) -> false);
  }

  private static JsonValue list() {
    return new JsonArray(List.of(AN_ITEM));
  }

  private static JsonValue shape(JsonValue value, JsonValue sent) {
    return value instanceof JsonArray ? sent : value instanceof JsonObject ? AN_ITEM : value;
  }

  /// The values themselves, which are no scalars, in what a request caused.
  private static List<Sighting> seen(Trip trip, List<Carried> ways) {
    List<Sighting> seen = new ArrayList<>();
    for (Carried way : ways) {
      Set<Exchange> done = new LinkedHashSet<>();
      for (Sighting beside : trip.seen()) {
        if (beside.place().kind() == way.place().kind()
            && beside.place().subject().equals(way.place().subject())
            && done.add(beside.exchange())) {
          body(beside.exchange(), way.place().kind())
              .flatMap(it -> JsonParser.parse(it.toArray()).value())
              .flatMap(it -> Values.at(it, way.pointer()))
              .ifPresent(it -> seen.add(beside.at(way.place(), way.pointer(), it)));
        }
      }
    }
    return seen;
  }

  private static Optional<Bytes> body(Exchange exchange, ValuePlace.Kind kind) {
    return switch (exchange) {
      case HttpExchange http when kind == ValuePlace.Kind.REQUEST ->
          Optional.of(http.request().body());
      case HttpExchange http -> http.response().map(it -> it.body());
      case MessageDelivery message -> message.value();
      case RowChange ignored -> Optional.empty();
    };
  }
}
