package dev.concordat.record.document;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.record.learning.Content;
import dev.concordat.record.learning.Route;
import dev.concordat.record.settling.Words;
import dev.concordat.record.shape.Shape;
import dev.concordat.record.shape.ShapeSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The schemas of bodies. Things that look alike become one schema under `components`, learned from the samples of all of
/// them.
final class SharedSchemas {
  private static final String REFERENCE = "#/components/schemas/";

  private final NavigableMap<Position, Content> bodies;
  private final List<List<Thing>> groups = new ArrayList<>();
  private final Map<String, String> nameByPlace = new HashMap<>();
  private final Map<String, JsonObject> schemas = new TreeMap<>();

  SharedSchemas(NavigableMap<Position, Content> bodies) {
    this.bodies = bodies;
    things().stream().sorted(Thing.ORDER).forEach(this::sort);
    name();
    groups.forEach(this::write);
  }

  /// The schemas by name.
  Map<String, JsonObject> schemas() {
    return new LinkedHashMap<>(schemas);
  }

  /// The schema of a body.
  JsonObject at(Position position) {
    Content content = bodies.get(position);
    if (content == null || content.shape().seen() == 0) {
      return JsonObject.EMPTY;
    }
    String name = nameByPlace.get(place(position, ""));
    return name != null
        ? reference(name)
        : ShapeSchema.of(content.shape(), pointer -> referenceAt(List.of(position), pointer));
  }

  private static JsonObject reference(String name) {
    return JsonObject.EMPTY.with("$ref", new JsonString(REFERENCE + name));
  }

  private static String place(Position position, String pointer) {
    return position.route() + " " + position.status() + " " + position.media() + " " + pointer;
  }

  /// Where things at all these positions are one, a reference to it.
  private Optional<JsonObject> referenceAt(List<Position> positions, String pointer) {
    Set<String> names = new HashSet<>();
    boolean isSeen = false;
    for (Position position : positions) {
      String name = nameByPlace.get(place(position, pointer));
      if (name != null) {
        names.add(name);
        isSeen = true;
      } else if (hasItems(position, pointer)) {
        return Optional.empty();
      }
    }
    return isSeen && names.size() == 1
        ? Optional.of(reference(names.iterator().next()))
        : Optional.empty();
  }

  /// Whether there is something at the place, that is nothing of its own.
  private boolean hasItems(Position position, String pointer) {
    Content content = bodies.get(position);
    return content != null
        && at(content.shape(), pointer).filter(shape -> shape.seen() > 0).isPresent();
  }

  private static Optional<Shape> at(Shape shape, String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(shape);
    }
    int end = pointer.indexOf('/', 1);
    String step = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    String rest = end < 0 ? "" : pointer.substring(end);
    Optional<Shape> next =
        step.equals("*")
            ? shape.items().map(items -> items.item())
            : shape
                .objects()
                .flatMap(objects -> Optional.ofNullable(objects.together().named().get(step)));
    return next.flatMap(inner -> at(inner, rest));
  }

  private List<Thing> things() {
    List<Thing> things = new ArrayList<>();
    bodies.forEach((position, content) -> add(things, position, content.shape()));
    return things;
  }

  private static void add(List<Thing> things, Position position, Shape shape) {
    if (isThing(shape)) {
      var whole = new Thing(position, "", shape);
      things.add(whole);
      if (isEnvelope(whole)) {
        shape
            .objects()
            .ifPresent(
                objects ->
                    objects
                        .together()
                        .named()
                        .forEach((name, member) -> addItems(things, position, "/" + name, member)));
      }
    } else {
      addItems(things, position, "", shape);
    }
  }

  private static void addItems(List<Thing> things, Position position, String pointer, Shape shape) {
    if (shape.isArray() && shape.nulls() == 0) {
      shape
          .items()
          .filter(items -> isThing(items.item()))
          .ifPresent(items -> things.add(new Thing(position, pointer + "/*", items.item())));
    }
  }

  /// Objects with names of their own; maps and unions stay where they are.
  private static boolean isThing(Shape shape) {
    return shape.isObject()
        && shape.nulls() == 0
        && !ShapeSchema.of(shape).has("oneOf")
        && ShapeSchema.of(shape).has("properties");
  }

  private void sort(Thing thing) {
    for (List<Thing> group : groups) {
      Thing first = group.getFirst();
      boolean isOfGroup = first.position().group().equals(thing.position().group());
      boolean isEnvelope = isEnvelope(first) || isEnvelope(thing);
      if (isOfGroup
          && isEnvelope == (isEnvelope(first) && isEnvelope(thing))
          && (!isEnvelope || isSameList(first, thing))
          && Thing.areAlike(first.names(), thing.names())) {
        group.add(thing);
        return;
      }
    }
    List<Thing> group = new ArrayList<>();
    group.add(thing);
    groups.add(group);
  }

  /// Pages look alike whatever they are pages of.
  private static boolean isSameList(Thing one, Thing other) {
    return resource(one.position().route()).equals(resource(other.position().route()));
  }

  private static boolean isEnvelope(Thing thing) {
    return thing.pointer().isEmpty()
        && !thing.position().isRequest()
        && !thing.position().isError()
        && !endsWithParameter(thing.position().route())
        && thing.position().route().method().equals("GET")
        && thing.shape().objects().stream()
            .flatMap(objects -> objects.together().named().values().stream())
            .anyMatch(
                member ->
                    member.isArray()
                        && member.items().filter(items -> isThing(items.item())).isPresent());
  }

  private void name() {
    Set<String> taken = new HashSet<>();
    for (List<Thing> group : groups) {
      String wish = wish(group);
      String name = wish;
      for (int number = 2; !taken.add(name); number++) {
        name = wish + number;
      }
      for (Thing thing : group) {
        nameByPlace.put(place(thing.position(), thing.pointer()), name);
      }
    }
  }

  private static String wish(List<Thing> group) {
    Thing best =
        group.stream()
            .min(
                Comparator.comparingInt(SharedSchemas::remoteness)
                    .thenComparing(Thing::position)
                    .thenComparing(Thing::pointer))
            .orElseThrow();
    Position position = best.position();
    String resource = resource(position.route());
    if (position.isError()) {
      return position.media().equals("application/problem+json") ? "Problem" : "Error";
    }
    if (position.isRequest()) {
      return resource + (position.route().method().equals("PATCH") ? "Change" : "Request");
    }
    return isEnvelope(best) ? resource + "Page" : resource;
  }

  /// How far a place is from where a thing is at home: at `/orders/{id}` it is.
  private static int remoteness(Thing thing) {
    Route route = thing.position().route();
    int remoteness = thing.pointer().isEmpty() ? 0 : 1;
    remoteness += endsWithParameter(route) ? 0 : 2;
    remoteness += route.method().equals("GET") ? 0 : 1;
    return remoteness + 4 * route.segments().size();
  }

  private static boolean endsWithParameter(Route route) {
    return !route.segments().isEmpty() && Route.isParameter(route.segments().getLast());
  }

  private static String resource(Route route) {
    return route.segments().reversed().stream()
        .filter(segment -> !Route.isParameter(segment))
        .map(segment -> Words.capital(Words.singular(segment)))
        .filter(word -> !word.isEmpty() && !Character.isDigit(word.charAt(0)))
        .findFirst()
        .orElse("Root");
  }

  private void write(List<Thing> group) {
    Shape all = group.stream().map(Thing::shape).reduce(Shape.EMPTY, Shape::merge);
    List<Position> whole =
        group.stream().filter(thing -> thing.pointer().isEmpty()).map(Thing::position).toList();
    boolean areWhole = whole.size() == group.size();
    Thing first = group.getFirst();
    String name = nameByPlace.getOrDefault(place(first.position(), first.pointer()), "Thing");
    schemas.put(
        name,
        ShapeSchema.of(all, pointer -> areWhole ? referenceAt(whole, pointer) : Optional.empty()));
  }
}
