package dev.concordat.standin.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.text.SchemaShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The resources of a contract, and what each operation does to them. Each is inferred when it is first asked for: large
/// contracts have thousands, and few are. Thread-safe.
public final class Resources {
  private static final String ITEM = "/{}";

  private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]*\\}");

  private final IdentityHashMap<HttpOperation, Integer> orders = new IdentityHashMap<>();
  private final Map<String, List<HttpOperation>> byAnonymous = new LinkedHashMap<>();
  private final ResourceFinder finder;
  private final Map<String, Optional<Resource>> byPath = new HashMap<>();
  private final IdentityHashMap<HttpOperation, OperationPlan> plans = new IdentityHashMap<>();
  private final Map<Resource, List<OperationPlan>> plansOf = new HashMap<>();
  private @Nullable Map<String, Resource> bySingular;

  public Resources(OpenApiContract contract) {
    Map<String, Map<String, HttpOperation>> paths = new HashMap<>();
    for (HttpOperation operation : contract.operations()) {
      orders.put(operation, orders.size());
      String path = anonymous(operation.path().text());
      byAnonymous.computeIfAbsent(path, p -> new ArrayList<>()).add(operation);
      paths
          .computeIfAbsent(path, p -> new LinkedHashMap<>())
          .putIfAbsent(operation.method(), operation);
    }
    this.finder = new ResourceFinder(paths);
  }

  /// All resources, in the contract's order.
  public synchronized Collection<Resource> all() {
    return found(byAnonymous.keySet());
  }

  /// Those that belong to no other thing: their paths have no parameters. In the contract's order.
  public synchronized Collection<Resource> unscoped() {
    var free = new ArrayList<String>();
    byAnonymous.forEach(
        (path, all) -> {
          int parameters = all.getFirst().path().parameterNames().size();
          if (parameters == 0 || (parameters == 1 && path.endsWith(ITEM))) {
            free.add(path);
          }
        });
    return found(free).stream().filter(resource -> resource.scope().isEmpty()).toList();
  }

  private Collection<Resource> found(Collection<String> paths) {
    Map<String, Resource> found = new LinkedHashMap<>();
    for (String path : paths) {
      String own = path.endsWith(ITEM) ? path.substring(0, path.length() - ITEM.length()) : path;
      at(own).ifPresent(resource -> found.putIfAbsent(own, resource));
    }
    return found.values();
  }

  /// What an operation does.
  public synchronized OperationPlan plan(HttpOperation operation) {
    OperationPlan known = plans.get(operation);
    if (known == null) {
      known = made(operation);
      plans.put(operation, known);
    }
    return known;
  }

  /// The operations on a resource, in the contract's order.
  public synchronized List<OperationPlan> plansOf(Resource resource) {
    List<OperationPlan> known = plansOf.get(resource);
    if (known == null) {
      known = on(resource);
      plansOf.put(resource, known);
    }
    return known;
  }

  private List<OperationPlan> on(Resource resource) {
    List<HttpOperation> all = operationsOn(resource);
    return all.stream()
        .map(this::plan)
        .filter(plan -> plan.resource().filter(resource::equals).isPresent())
        .toList();
  }

  /// The operations that have a resource's path, or that of one of its things, in the contract's order.
  public List<HttpOperation> operationsOn(Resource resource) {
    String path = anonymous(resource.path());
    var all = new ArrayList<>(byAnonymous.getOrDefault(path, List.of()));
    all.addAll(byAnonymous.getOrDefault(path + ITEM, List.of()));
    all.sort(Comparator.comparing(orders::get));
    return all;
  }

  /// The resource that a member refers to by its name: `customerId` to `/customers`.
  public Optional<Resource> referredBy(String member) {
    return Naming.referred(member).flatMap(this::named);
  }

  /// The resource of this name, in the singular and in plain form.
  public synchronized Optional<Resource> named(String singular) {
    Map<String, Resource> known = bySingular;
    if (known == null) {
      known = new HashMap<>();
      for (Resource resource : unscoped()) {
        if (resource.idParameter().isPresent() && resource.isClosed()) {
          known.putIfAbsent(Naming.singular(Naming.plain(resource.name())), resource);
        }
      }
      bySingular = known;
    }
    return Optional.ofNullable(known.get(singular));
  }

  /// The resource of a path without names of parameters, be it that of many or of one.
  private Optional<Resource> at(String path) {
    Optional<Resource> known = byPath.get(path);
    if (known == null) {
      known = finder.at(path);
      byPath.put(path, known);
    }
    return known;
  }

  /// The resource of which this is the path of one thing.
  private Optional<Resource> ofItem(String path) {
    return path.endsWith(ITEM)
        ? at(path.substring(0, path.length() - ITEM.length())).filter(it -> !it.isSingle())
        : at(path).filter(Resource::isSingle);
  }

  private OperationPlan made(HttpOperation operation) {
    String path = bare(operation.path().text());
    List<Anchor> anchors = anchors(path);
    Resource item = ofItem(anonymous(path)).orElse(null);
    Resource all = at(anonymous(path)).orElse(null);
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
      ofItem(anonymous(start))
          .filter(resource -> resource.isClosed() && !resource.isSingle())
          .ifPresent(resource -> anchors.add(new Anchor(resource, lastParameter(start))));
    }
    return anchors;
  }

  /// The path with its parameters' names taken away: operations may call the same one differently.
  static String anonymous(String path) {
    String bare = bare(path);
    return bare.indexOf('{') < 0 ? bare : PARAMETER.matcher(bare).replaceAll("{}");
  }

  /// The path without a slash at its end: `/orders/` is the collection of `/orders/{id}` too.
  static String bare(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  static String lastParameter(String path) {
    return path.substring(path.lastIndexOf('{') + 1, path.lastIndexOf('}'));
  }

  /// What clients may send of a resource, also in a member that holds the thing.
  ///
  /// @param name the resource's
  static Set<String> clientMembers(String name, Collection<HttpOperation> operations) {
    List<String> holders = List.of("data", Naming.singular(Naming.plain(name)));
    var names = new TreeSet<String>();
    for (HttpOperation operation : operations) {
      operation
          .body()
          .ifPresent(
              body -> {
                for (MediaTypeSpec content : body.content()) {
                  content.schema().ifPresent(schema -> addNames(schema, holders, names));
                }
              });
    }
    return names;
  }

  private static void addNames(Schema schema, List<String> holders, Set<String> names) {
    for (String name : SchemaShape.propertyNames(schema)) {
      Optional<Schema> member = SchemaShape.property(schema, name);
      boolean isSent = member.map(s -> !s.view().readOnly()).orElse(true);
      if (isSent) {
        names.add(name);
      }
      if (isSent && member.isPresent() && holders.contains(Naming.plain(name))) {
        addNames(member.get(), List.of(), names);
      }
    }
  }
}
