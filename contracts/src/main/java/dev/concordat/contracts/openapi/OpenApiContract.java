package dev.concordat.contracts.openapi;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an OpenAPI document says, references followed.
///
/// @param specification the version of OpenAPI it is written in: `3.1.0`
/// @param basePaths the paths of its servers, without a trailing slash; at least one, which may be empty
/// @param operations in the document's order
/// @param webhooks the requests that the provider sends without being asked, in the document's order
/// @param written the document's root, for what is not told here: extensions, names under `components`
public record OpenApiContract(
    String file,
    String title,
    String version,
    String specification,
    Optional<Owner> owner,
    List<String> basePaths,
    List<HttpOperation> operations,
    List<Webhook> webhooks,
    List<Problem> problems,
    ObjectNode written)
    implements Contract, Meaningful {
  public OpenApiContract {
    if (basePaths.isEmpty()) {
      throw new IllegalArgumentException("a contract without servers has the base path \"\"");
    }
    basePaths = List.copyOf(basePaths);
    operations = List.copyOf(operations);
    webhooks = List.copyOf(webhooks);
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.OPENAPI;
  }

  @Override
  public Term meaning() {
    return OpenApiMeaning.own(this);
  }

  @Override
  public Map<String, Term> parts() {
    return OpenApiMeaning.parts(this);
  }

  /// The path of the first server: what stands before the paths of operations.
  public String basePath() {
    return basePaths.getFirst();
  }

  public Optional<HttpOperation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /// The operation of a request. Concrete paths come before templated ones. A HEAD request that has no operation of its own
  /// belongs to the GET of its path (RFC 9110 section 9.3.2). A path that does not begin with a base path is tried as it
  /// is, because gateways take prefixes off.
  ///
  /// @param path as on the wire, without query
  public Optional<Routed> route(String method, String path) {
    Optional<Routed> exact = routeExactly(method, path);
    return exact.isEmpty() && method.equals("HEAD") ? routeExactly("GET", path) : exact;
  }

  private Optional<Routed> routeExactly(String method, String path) {
    for (String candidate : candidates(path)) {
      Optional<Routed> best = best(operations, method, candidate);
      if (best.isPresent()) {
        return best;
      }
    }
    return Optional.empty();
  }

  /// The operation of a request among these, which are in the document's order.
  static Optional<Routed> best(List<HttpOperation> among, String method, String path) {
    Routed best = null;
    int length = PathTemplate.lengthOf(path);
    for (HttpOperation operation : among) {
      if (operation.path().isAsLongAs(length)
          && operation.method().equals(method)
          && (best == null || operation.path().isMoreConcreteThan(best.operation().path()))) {
        Optional<Map<String, String>> values = operation.path().match(path);
        if (values.isPresent()) {
          best = new Routed(operation, values.get());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// The methods documented for a path; empty when no operation has it.
  public Set<String> allowedMethods(String path) {
    Set<String> methods = new TreeSet<>();
    for (String candidate : candidates(path)) {
      int length = PathTemplate.lengthOf(candidate);
      for (HttpOperation operation : operations) {
        if (operation.path().isAsLongAs(length) && operation.path().match(candidate).isPresent()) {
          methods.add(operation.method());
        }
      }
    }
    return methods;
  }

  /// The path without each base path that it begins with, the longest first, and at last as it is.
  List<String> candidates(String path) {
    var bases = new ArrayList<String>();
    for (String base : basePaths) {
      boolean isBase =
          !base.isEmpty()
              && path.startsWith(base)
              && path.startsWith("/", base.length())
              && !bases.contains(base);
      if (isBase) {
        bases.add(base);
      }
    }
    bases.sort((a, b) -> b.length() - a.length());
    var candidates = new ArrayList<String>(bases.size() + 1);
    bases.forEach(base -> candidates.add(path.substring(base.length())));
    candidates.add(path);
    return candidates;
  }
}
