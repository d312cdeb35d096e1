package dev.concordat.conform.resource;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The order in which operations can work: what creates something before what needs it, what deletes last.
public final class OperationOrder {
  private final Resources resources;
  private final Set<Resource> ordered = new LinkedHashSet<>();
  private final Set<Resource> underWay = new LinkedHashSet<>();

  private OperationOrder(Resources resources) {
    this.resources = resources;
  }

  /// Every operation of the contract once.
  public static List<HttpOperation> of(OpenApiContract contract, Resources resources) {
    var order = new OperationOrder(resources);
    resources.all().forEach(order::visit);
    List<Resource> inOrder = List.copyOf(order.ordered);
    List<HttpOperation> operations = new ArrayList<>(contract.operations());
    operations.sort(
        Comparator.comparing((HttpOperation each) -> each.method().equals("DELETE"))
            .thenComparingInt(each -> order.rank(each, inOrder))
            .thenComparingInt(each -> order.step(each)));
    return List.copyOf(operations);
  }

  /// Those that a resource needs come before it; of a circle somebody comes first.
  private void visit(Resource resource) {
    if (ordered.contains(resource) || !underWay.add(resource)) {
      return;
    }
    needed(resource).forEach(this::visit);
    underWay.remove(resource);
    ordered.add(resource);
  }

  private Stream<Resource> needed(Resource resource) {
    return Stream.concat(
        resources.parent(resource).stream(),
        resource.operation(Role.CREATE).stream()
            .flatMap(OperationOrder::names)
            .flatMap(name -> resources.referred(name).stream())
            .filter(other -> !other.equals(resource)));
  }

  /// The names by which a request may refer to other things.
  private static Stream<String> names(HttpOperation operation) {
    Stream<String> members =
        operation.body().map(RequestBody::content).orElseGet(List::of).stream()
            .limit(1)
            .map(MediaTypeSpec::schema)
            .flatMap(schema -> schema.stream())
            .flatMap(schema -> SchemaMembers.of(schema).keySet().stream());
    return Stream.concat(operation.parameters().stream().map(Parameter::name), members);
  }

  /// The place of the last resource that it needs; what deletes goes the other way round.
  private int rank(HttpOperation operation, List<Resource> inOrder) {
    int rank =
        operation.path().parameterNames().stream()
            .flatMap(name -> resources.named(operation, name).stream())
            .mapToInt(inOrder::indexOf)
            .max()
            .orElse(-1);
    int own = resources.of(operation).map(inOrder::indexOf).orElse(-1);
    int last = Math.max(rank, own);
    return operation.method().equals("DELETE") ? -last : last;
  }

  private int step(HttpOperation operation) {
    return resources.role(operation).map(Enum::ordinal).orElse(Role.values().length);
  }
}
