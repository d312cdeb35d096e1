package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The resources of a contract, and what each operation does to them.
public final class Resources {
  private final Map<String, Resource> byPath = new LinkedHashMap<>();
  private final Map<String, Resource> byItemPath = new HashMap<>();
  private final IdentityHashMap<HttpOperation, OperationPlan> plans = new IdentityHashMap<>();
  private final Map<String, Resource> bySingular = new HashMap<>();

  public Resources(OpenApiContract contract) {
    Map<String, Map<String, HttpOperation>> paths = new LinkedHashMap<>();
    contract
        .operations()
        .forEach(
            operation ->
                paths
                    .computeIfAbsent(anonymous(operation.path().text()), p -> new LinkedHashMap<>())
                    .putIfAbsent(operation.method(), operation));
    for (Map.Entry<String, Map<String, HttpOperation>> path : paths.entrySet()) {
      new ResourceFinder(paths).find(path.getKey()).ifPresent(this::add);
    }
    for (HttpOperation operation : contract.operations()) {
      plans.put(operation, plan(operation));
    }
  }

  private void add(Resource resource) {
    byPath.putIfAbsent(anonymous(resource.path()), resource);
    byItemPath.putIfAbsent(anonymous(resource.itemPath()), resource);
    if (resource.scope().isEmpty() && resource.idParameter().isPresent() && resource.isClosed()) {
      bySingular.putIfAbsent(Naming.singular(Naming.plain(resource.name())), resource);
    }
  }

  /// All resources, in the contract's order.
  public Collection<Resource> all() {
    return byPath.values();
  }

  public OperationPlan plan(HttpOperation operation) {
    OperationPlan known = plans.get(operation);
    return known == null ? made(operation) : known;
  }

  /// The resource that a member refers to by its name: `customerId` to `/customers`.
  public Optional<Resource> referredBy(String member) {
    return Naming.referred(member).flatMap(this::named);
  }

  /// The resource of this name, in the singular and in plain form.
  public Optional<Resource> named(String singular) {
    return Optional.ofNullable(bySingular.get(singular));
  }

  private OperationPlan made(HttpOperation operation) {
    String path = bare(operation.path().text());
    List<Anchor> anchors = anchors(path);
    Resource item = byItemPath.get(anonymous(path));
    Resource all = byPath.get(anonymous(path));
    Role role = role(operation, item, all);
    Resource own = role == Role.LIST || role == Role.CREATE ? all : item;
    if (role == Role.OTHER || own == null) {
      return new OperationPlan(
          operation,
          Role.OTHER,
          Optional.empty(),
          Optional.empty(),
          anchors,
          List.of(),
          ListParameters.NONE);
    }
    Optional<Schema> body = Shapes.success(operation, List.of("200")).flatMap(Shapes::json);
    List<String> listPath =
        body.flatMap(schema -> Shapes.listPath(schema, own.name())).orElse(List.of());
    ListParameters parameters =
        role == Role.LIST
            ? body.flatMap(schema -> Shapes.at(schema, listPath))
                .flatMap(SchemaShape::item)
                .map(schema -> ListParameters.of(operation, schema))
                .orElse(ListParameters.NONE)
            : ListParameters.NONE;
    Optional<String> id =
        own.equals(item) && !own.isSingle() ? Optional.of(lastParameter(path)) : Optional.empty();
    return new OperationPlan(operation, role, Optional.of(own), id, anchors, listPath, parameters);
  }

  private static Role role(
      HttpOperation operation, @Nullable Resource item, @Nullable Resource all) {
    boolean isItem = item != null;
    boolean isOneOfMany = item != null && !item.isSingle();
    boolean isAll = all != null && !all.isSingle();
    return switch (operation.method()) {
      case "GET" ->
          isItem && ResourceFinder.readsOne(operation)
              ? Role.READ
              : all != null && ResourceFinder.isList(operation, all.name())
                  ? Role.LIST
                  : Role.OTHER;
      case "POST" -> isAll && !isItem ? Role.CREATE : isOneOfMany ? Role.MERGE : Role.OTHER;
      case "PUT" -> isItem ? Role.REPLACE : Role.OTHER;
      case "PATCH" -> isItem ? Role.MERGE : Role.OTHER;
      case "DELETE" -> isItem ? Role.REMOVE : Role.OTHER;
      default -> Role.OTHER;
    };
  }

  /// The resources that the beginnings of a path name.
  private List<Anchor> anchors(String path) {
    var anchors = new ArrayList<Anchor>();
    for (int end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) {
      String start = path.substring(0, end);
      Resource resource = byItemPath.get(anonymous(start));
      if (resource != null && resource.isClosed() && !resource.isSingle()) {
        anchors.add(new Anchor(resource, lastParameter(start)));
      }
    }
    return anchors;
  }

  /// The path with its parameters' names taken away: operations may call the same one differently.
  static String anonymous(String path) {
    return bare(path).replaceAll("\\{[^/}]*\\}", "{}");
  }

  /// The path without a slash at its end: `/orders/` is the collection of `/orders/{id}` too.
  static String bare(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  static String lastParameter(String path) {
    return path.substring(path.lastIndexOf('{') + 1, path.lastIndexOf('}'));
  }

  /// What clients may send of a resource.
  static Set<String> clientMembers(Collection<HttpOperation> operations) {
    var names = new TreeSet<String>();
    for (HttpOperation operation : operations) {
      operation
          .body()
          .ifPresent(
              body -> {
                for (MediaTypeSpec content : body.content()) {
                  content.schema().ifPresent(schema -> addNames(schema, names));
                }
              });
    }
    return names;
  }

  private static void addNames(Schema schema, Set<String> names) {
    for (String name : SchemaShape.propertyNames(schema)) {
      boolean isSent =
          SchemaShape.property(schema, name).map(s -> !s.view().readOnly()).orElse(true);
      if (isSent) {
        names.add(name);
      }
    }
  }
}
