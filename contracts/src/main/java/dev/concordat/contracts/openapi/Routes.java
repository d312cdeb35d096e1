package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Percent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the operation of a request as {@link OpenApiContract#route} does, at a cost that does not grow with the number of
/// operations. Thread-safe.
public final class Routes {
  private final OpenApiContract contract;
  private final Turn root = new Turn();

  public Routes(OpenApiContract contract) {
    this.contract = contract;
    for (int i = 0; i < contract.operations().size(); i++) {
      HttpOperation operation = contract.operations().get(i);
      Turn at = root;
      for (String segment : split(operation.path().text())) {
        at = at.next(segment);
      }
      at.ends.add(new End(i, operation));
    }
  }

  /// The operation of a request; empty when the contract has none.
  ///
  /// @param path as on the wire, without query
  public Optional<Routed> route(String method, String path) {
    Optional<Routed> exact = exactly(method, path);
    return exact.isEmpty() && method.equals("HEAD") ? exactly("GET", path) : exact;
  }

  private Optional<Routed> exactly(String method, String path) {
    for (String candidate : contract.candidates(path)) {
      Optional<Routed> routed = OpenApiContract.best(operations(candidate), method, candidate);
      if (routed.isPresent()) {
        return routed;
      }
    }
    return Optional.empty();
  }

  /// The methods documented for a path, as {@link OpenApiContract#allowedMethods} tells them.
  Set<String> allowedMethods(String path) {
    Set<String> methods = new TreeSet<>();
    for (String candidate : contract.candidates(path)) {
      for (HttpOperation operation : operations(candidate)) {
        if (operation.path().match(candidate).isPresent()) {
          methods.add(operation.method());
        }
      }
    }
    return methods;
  }

  /// The operations that may have this path, in the document's order.
  private List<HttpOperation> operations(String path) {
    List<Turn> turns = List.of(root);
    for (String segment : split(path)) {
      String decoded = Percent.decode(segment);
      var next = new ArrayList<Turn>(turns.size() + 1);
      turns.forEach(turn -> turn.addAfter(decoded, next));
      turns = next;
    }
    var ends = new ArrayList<End>();
    turns.forEach(turn -> ends.addAll(turn.ends));
    ends.sort(Routes::inOrder);
    var operations = new ArrayList<HttpOperation>(ends.size());
    ends.forEach(end -> operations.add(end.operation()));
    return operations;
  }

  private static int inOrder(End a, End b) {
    return Integer.compare(a.order, b.order);
  }

  private static List<String> split(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    return List.of(inner.split("/", -1));
  }

  private record End(int order, HttpOperation operation) {}

  /// Where a path can go on: by a text, or by a segment with parameters.
  private static final class Turn {
    private final Map<String, Turn> texts = new HashMap<>();
    private final List<End> ends = new ArrayList<>();
    private Optional<Turn> parameters = Optional.empty();

    Turn next(String segment) {
      if (segment.indexOf('{') < 0) {
        return texts.computeIfAbsent(Percent.decode(segment), ignored -> new Turn());
      }
      if (parameters.isEmpty()) {
        parameters = Optional.of(new Turn());
      }
      return parameters.get();
    }

    void addAfter(String segment, List<Turn> turns) {
      Turn text = texts.get(segment);
      if (text != null) {
        turns.add(text);
      }
      parameters.ifPresent(turns::add);
    }
  }
}
