package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.ItemIds;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.resource.SchemaMembers;
import dev.concordat.conform.resource.Words;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.text.SchemaShape;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares representations of a thing, member by member, by those members only that a client decides on.
final class State {
  /// What providers often decide or hide whatever clients say, by plain name or part of it.
  private static final Set<String> SERVERS_OWN =
      Set.of(
          "id",
          "uuid",
          "status",
          "state",
          "version",
          "revision",
          "etag",
          "self",
          "links",
          "href",
          "total",
          "count",
          "views",
          "hits");

  private static final List<String> HIDDEN =
      List.of("password", "secret", "token", "pin", "cvv", "cvc");

  private static final List<String> TIMES =
      List.of(
          "created",
          "updated",
          "lastupdate",
          "modified",
          "lastmodification",
          "changed",
          "lastchange",
          "seen",
          "accessed",
          "timestamp",
          "etag");

  private final Resource resource;
  private final Map<String, Schema> readable;
  private final Set<String> needed;

  State(Resource resource) {
    this.resource = resource;
    this.readable = readable(resource);
    this.needed = needed(resource);
  }

  /// The members of what reading answers.
  static Map<String, Schema> readable(Resource resource) {
    Map<String, Schema> members = new LinkedHashMap<>();
    resource.operation(Role.READ).map(HttpOperation::responses).orElseGet(List::of).stream()
        .filter(response -> response.status().startsWith("2"))
        .map(ResponseSpec::content)
        .flatMap(List::stream)
        .map(MediaTypeSpec::schema)
        .flatMap(Optional::stream)
        .forEach(schema -> SchemaMembers.of(schema).forEach(members::putIfAbsent));
    return members;
  }

  /// The names of members that reading must show, whatever holds them.
  private static Set<String> needed(Resource resource) {
    Set<String> names = new HashSet<>();
    resource.operation(Role.READ).map(HttpOperation::responses).orElseGet(List::of).stream()
        .filter(response -> response.status().startsWith("2"))
        .map(ResponseSpec::content)
        .flatMap(List::stream)
        .map(MediaTypeSpec::schema)
        .flatMap(Optional::stream)
        .forEach(
            schema -> {
              names.addAll(schema.view().required());
              SchemaMembers.of(schema)
                  .values()
                  .forEach(
                      inner -> {
                        names.addAll(inner.view().required());
                        inner.view().allOf().forEach(it -> names.addAll(it.view().required()));
                      });
            });
    return names;
  }

  /// The members that were sent and are not there as they were sent.
  ///
  /// @param takes the schema that what was sent keeps
  List<String> lost(JsonObject sent, JsonObject there, Schema takes) {
    Map<String, Schema> writable = SchemaMembers.of(takes);
    Optional<String> envelope = envelope(sent, there);
    if (envelope.isPresent()) {
      Schema inner = writable.get(envelope.get());
      return inner == null ? List.of() : lost(thing(sent, there), there, inner);
    }
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      String name = sent.nameAt(i);
      JsonValue value = sent.valueAt(i);
      if (isClients(name, writable) && !Likeness.isEmpty(value)) {
        Optional<JsonValue> now = there.member(name);
        boolean isKept =
            now.map(other -> Likeness.isKept(value, other)).orElse(!readable.containsKey(name));
        if (!isKept) {
          lost.add(name);
        }
      }
    }
    return lost;
  }

  /// What was sent, without an envelope that what is there is shown without.
  static JsonObject thing(JsonObject sent, JsonObject there) {
    return envelope(sent, there).isPresent() ? ItemIds.thing(sent) : sent;
  }

  private static Optional<String> envelope(JsonObject sent, JsonObject there) {
    JsonObject inner = ItemIds.thing(sent);
    return sent.members().entrySet().stream()
        .filter(member -> member.getValue().equals(inner) && !there.has(member.getKey()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The members that a replacement left out and that still are as before it. A member that has a default, or that an
  /// empty value tells nothing of, is none.
  List<String> leftovers(JsonObject more, JsonObject less, JsonObject there, Schema takes) {
    Map<String, Schema> writable = SchemaMembers.of(takes);
    List<String> left = new ArrayList<>();
    for (int i = 0; i < more.size(); i++) {
      String name = more.nameAt(i);
      boolean isLeftOut = !less.has(name) && isClients(name, writable);
      Schema member = writable.get(name);
      boolean isGiven = member != null && member.view().defaultValue().isPresent();
      boolean hasDefault =
          isLeftOut && (isGiven || isFlag(more.valueAt(i)) || isOneOfFew(name, member));
      if (isLeftOut && !hasDefault && isStill(more.valueAt(i), there.member(name))) {
        left.add(name);
      }
    }
    return left;
  }

  /// `false` and 0 are what providers put where nothing is said.
  private static boolean isFlag(JsonValue value) {
    return value.equals(JsonBoolean.of(false))
        || (value instanceof JsonNumber number && number.sameValue(JsonNumber.of(0)));
  }

  /// A member that reading must show, of values that the contract lists: what the provider takes where nothing is said may
  /// be the very value of before.
  private boolean isOneOfFew(String name, @Nullable Schema member) {
    return member != null
        && needed.contains(name)
        && (member.view().enumValues().isPresent()
            || SchemaShape.types(member).equals(Set.of("boolean")));
  }

  private static boolean isStill(JsonValue value, Optional<JsonValue> now) {
    return !Likeness.isEmpty(value)
        && now.filter(other -> Likeness.isKept(value, other)).isPresent();
  }

  /// The members that clients decide on and that differ between two representations.
  List<String> differences(JsonObject before, JsonObject after) {
    List<String> different = new ArrayList<>();
    for (String name : before.members().keySet()) {
      JsonValue value = before.member(name).orElseThrow();
      boolean isSame =
          after.member(name).map(other -> isSame(value, other)).orElse(Likeness.isEmpty(value));
      if (!isSame && isClients(name, readable)) {
        different.add(name);
      }
    }
    for (String name : after.members().keySet()) {
      boolean isNew = !before.has(name) && !Likeness.isEmpty(after.member(name).orElseThrow());
      if (isNew && isClients(name, readable)) {
        different.add(name);
      }
    }
    return different;
  }

  private static boolean isSame(JsonValue one, JsonValue other) {
    return Likeness.isKept(one, other) && Likeness.isKept(other, one);
  }

  /// Whether a client decides on the member: it is declared, not `readOnly`, not `writeOnly`, and not of a name that
  /// providers decide on or hide.
  boolean isClients(String name, Map<String, Schema> declared) {
    String plain = Words.plain(name);
    boolean isOwn =
        SERVERS_OWN.contains(plain)
            || TIMES.stream().anyMatch(plain::contains)
            || HIDDEN.stream().anyMatch(plain::contains)
            || plain.equals(resource.name() + "id");
    return !isOwn
        && declared.containsKey(name)
        && !isOneWay(declared.get(name))
        && !isOneWay(readable.get(name));
  }

  private static boolean isOneWay(@Nullable Schema schema) {
    if (schema == null) {
      return false;
    }
    SchemaView view = schema.view();
    return view.staysAtHome(Direction.REQUEST)
        || view.staysAtHome(Direction.RESPONSE)
        || view.format().filter("password"::equals).isPresent();
  }
}
