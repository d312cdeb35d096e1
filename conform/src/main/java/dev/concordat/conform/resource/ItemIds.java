package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where in its representation a thing has its id: a guess by the names that people give to ids, kept to those that the path
/// parameter's schema accepts.
public final class ItemIds {
  private static final List<String> USUAL =
      List.of(
          "id",
          "uuid",
          "guid",
          "identifier",
          "uid",
          "key",
          "slug",
          "code",
          "number",
          "sku",
          "name");
  private static final List<Role> ON_ITEM =
      List.of(Role.READ, Role.DELETE, Role.REPLACE, Role.PATCH);
  private static final List<String> WRAPPERS = List.of("data", "result", "item", "value");

  private ItemIds() {}

  /// The id of the thing that a body shows.
  public static Optional<JsonValue> in(JsonValue body, Resource resource) {
    return member(body, resource)
        .flatMap(name -> thing(body).member(name))
        .flatMap(id -> fitting(id, resource));
  }

  /// The name of the member that is the id.
  public static Optional<String> member(JsonValue body, Resource resource) {
    JsonObject thing = thing(body);
    Map<String, List<String>> named = new HashMap<>();
    for (int i = 0; i < thing.size(); i++) {
      String name = thing.nameAt(i);
      named.computeIfAbsent(Words.plain(name), plain -> new ArrayList<>(1)).add(name);
    }
    return names(resource)
        .flatMap(wanted -> named.getOrDefault(wanted, List.of()).stream())
        .filter(name -> fitting(thing.member(name).orElseThrow(), resource).isPresent())
        .findFirst();
  }

  /// Whether the contract has a member for the id in bodies of a schema: in the thing, or in what is around it.
  public static boolean isNamedIn(Schema schema, Resource resource) {
    Map<String, Schema> members = SchemaMembers.of(schema);
    return isNamedAmong(members.keySet(), resource)
        || members.entrySet().stream()
            .filter(each -> members.size() == 1 || WRAPPERS.contains(each.getKey()))
            .anyMatch(each -> isNamedAmong(SchemaMembers.of(each.getValue()).keySet(), resource));
  }

  private static boolean isNamedAmong(Set<String> members, Resource resource) {
    Set<String> plain = members.stream().map(Words::plain).collect(Collectors.toSet());
    return ownNames(resource).anyMatch(plain::contains);
  }

  /// The thing itself, where an envelope is around it.
  public static JsonObject thing(JsonValue body) {
    if (!(body instanceof JsonObject object)) {
      return JsonObject.EMPTY;
    }
    for (String wrapper : WRAPPERS) {
      if (object.member(wrapper).orElse(null) instanceof JsonObject inner && !object.has("id")) {
        return inner;
      }
    }
    boolean isLone = object.size() == 1 && object.valueAt(0) instanceof JsonObject;
    return isLone ? (JsonObject) object.valueAt(0) : object;
  }

  private static Stream<String> names(Resource resource) {
    return Stream.of(
            ownNames(resource),
            USUAL.stream(),
            USUAL.stream().map(usual -> resource.name() + usual))
        .flatMap(each -> each)
        .distinct();
  }

  /// Names that can hardly mean anything but the thing's id.
  private static Stream<String> ownNames(Resource resource) {
    Stream<String> own = onItem(resource).flatMap(Resource::idName).map(Words::plain).stream();
    return Stream.concat(own, Stream.of("id", resource.name() + "id", resource.name() + "uuid"));
  }

  /// Any operation on the item; all name the same thing.
  public static Optional<HttpOperation> onItem(Resource resource) {
    for (Role role : ON_ITEM) {
      Optional<HttpOperation> operation = resource.operation(role);
      if (operation.isPresent()) {
        return operation;
      }
    }
    return Optional.empty();
  }

  /// The value as the path parameter wants it: a number may be wanted as text.
  static Optional<JsonValue> fitting(JsonValue value, Resource resource) {
    boolean isScalar =
        value instanceof JsonNumber || (value instanceof JsonString(String s) && !s.isEmpty());
    if (!isScalar) {
      return Optional.empty();
    }
    Optional<Schema> schema =
        onItem(resource).flatMap(Resource::idParameter).flatMap(Parameter::schema);
    JsonValue text = value instanceof JsonNumber number ? new JsonString(number.digits()) : value;
    return schema.isEmpty() || schema.get().accepts(value)
        ? Optional.of(value)
        : Optional.of(text).filter(schema.get()::accepts);
  }
}
