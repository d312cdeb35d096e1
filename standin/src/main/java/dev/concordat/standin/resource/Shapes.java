package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the answers of an operation look like.
public final class Shapes {
  private static final List<String> LIST_NAMES =
      List.of(
          "items", "data", "results", "content", "values", "records", "entries", "list", "value");

  private static final Set<String> IDS = Set.of("string", "number");

  private Shapes() {}

  /// The response that says the operation went well: the preferred statuses first, then any 2xx, then `default`, then
  /// whatever is first, and 401 last: it would ask those for credentials who have shown them.
  public static Optional<ResponseSpec> success(HttpOperation operation, List<String> preferred) {
    List<ResponseSpec> all = operation.responses();
    for (String status : preferred) {
      for (ResponseSpec response : all) {
        if (response.status().equals(status)) {
          return Optional.of(response);
        }
      }
    }
    return all.stream()
        .filter(response -> response.status().startsWith("2"))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(response -> response.status().equals(ResponseSpec.DEFAULT))
                    .findFirst())
        .or(() -> all.stream().filter(response -> !response.status().equals("401")).findFirst())
        .or(() -> all.stream().findFirst());
  }

  /// The first JSON body of a response.
  public static Optional<Schema> json(ResponseSpec response) {
    return response.content().stream()
        .filter(content -> content.mediaType().isJson())
        .findFirst()
        .or(() -> response.content().stream().findFirst())
        .flatMap(MediaTypeSpec::schema);
  }

  static boolean isObject(Schema schema) {
    return SchemaShape.types(schema).contains("object");
  }

  private static boolean isList(Schema schema) {
    var types = SchemaShape.types(schema);
    return types.contains("array") && !types.contains("object");
  }

  /// The members that lead to the list in a body: none for a bare list; nothing where there is none.
  public static Optional<List<String>> listPath(Schema schema, String resource) {
    if (isList(schema)) {
      return Optional.of(List.of());
    }
    return isObject(schema) ? inObject(schema, resource, 0) : Optional.empty();
  }

  private static Optional<List<String>> inObject(Schema schema, String resource, int depth) {
    List<String> lists = new ArrayList<>();
    List<String> names = List.copyOf(SchemaShape.propertyNames(schema));
    for (String name : names) {
      SchemaShape.property(schema, name)
          .filter(Shapes::isListOfThings)
          .ifPresent(s -> lists.add(name));
    }
    Optional<String> chosen =
        lists.stream()
            .filter(name -> Naming.plain(name).equals(Naming.plain(resource)))
            .findFirst()
            .or(
                () ->
                    lists.stream()
                        .filter(name -> LIST_NAMES.contains(Naming.plain(name)))
                        .findFirst())
            .or(() -> lists.size() == 1 ? Optional.of(lists.getFirst()) : Optional.empty())
            .or(() -> names.stream().filter(it -> isOfIds(schema, it, resource)).findFirst());
    if (chosen.isPresent() || depth > 0) {
      return chosen.map(List::of);
    }
    for (String name : names) {
      boolean isWrapper =
          Naming.plain(name).equals("data") || Naming.plain(name).equals("embedded");
      Optional<List<String>> inner =
          isWrapper
              ? SchemaShape.property(schema, name)
                  .filter(Shapes::isObject)
                  .flatMap(s -> inObject(s, resource, depth + 1))
              : Optional.empty();
      if (inner.isPresent()) {
        return Optional.of(List.of(name, inner.get().getFirst()));
      }
    }
    return Optional.empty();
  }

  /// Whether a member lists the things by their ids: `orders` or `orderIds` of text or numbers.
  private static boolean isOfIds(Schema schema, String member, String resource) {
    String plain = Naming.plain(member);
    String all = Naming.plain(resource);
    boolean isNamed =
        !all.isEmpty() && (plain.equals(all) || plain.equals(Naming.singular(all) + "ids"));
    return isNamed
        && SchemaShape.property(schema, member)
            .filter(Shapes::isList)
            .flatMap(SchemaShape::item)
            .map(SchemaShape::types)
            .filter(types -> IDS.containsAll(types))
            .isPresent();
  }

  private static boolean isListOfThings(Schema schema) {
    return isList(schema) && SchemaShape.item(schema).map(Shapes::isObject).orElse(false);
  }

  /// The schema at the end of a path of members.
  public static Optional<Schema> at(Schema schema, List<String> path) {
    Optional<Schema> at = Optional.of(schema);
    for (String name : path) {
      at = at.flatMap(s -> SchemaShape.property(s, name));
    }
    return at;
  }
}
