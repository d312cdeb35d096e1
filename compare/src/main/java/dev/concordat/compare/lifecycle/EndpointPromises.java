package dev.concordat.compare.lifecycle;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is promised of an operation and of its parameters.
final class EndpointPromises {
  private EndpointPromises() {}

  static List<Difference> of(
      Endpoint endpoint, HttpOperation old, HttpOperation now, LifecyclePolicy policy) {
    Promise before = Promise.of(old.written());
    Promise after = Promise.of(now.written());
    var found = new ArrayList<Difference>();
    for (LifecycleChange change : policy.changes(before, after, after.level())) {
      found.add(
          LifecycleDifferences.of(
              change,
              new Position(endpoint.name(), Part.OPERATION, ""),
              "",
              "the operation",
              LifecycleNames.operation(change.kind())));
    }
    for (Parameter parameter : now.parameters()) {
      Optional<Parameter> was = same(old, parameter);
      if (was.isPresent()) {
        parameter(endpoint, was.get(), parameter, after.level(), policy, found);
      }
    }
    return found;
  }

  private static Optional<Parameter> same(HttpOperation old, Parameter parameter) {
    for (Parameter each : old.parameters()) {
      boolean isSame =
          each.in() == parameter.in()
              && (parameter.in() == ParameterLocation.HEADER
                  ? each.name().equalsIgnoreCase(parameter.name())
                  : each.name().equals(parameter.name()));
      if (isSame) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static void parameter(
      Endpoint endpoint,
      Parameter was,
      Parameter is,
      Stability level,
      LifecyclePolicy policy,
      List<Difference> found) {
    Promise before = Promise.of(was.written());
    for (LifecycleChange change : policy.changes(before, Promise.of(is.written()), level)) {
      found.add(
          LifecycleDifferences.of(
              change,
              new Position(endpoint.name(), part(is.in()), is.name()),
              "",
              "the parameter '" + is.name() + "'",
              LifecycleNames.parameter(change.kind())));
    }
  }

  private static Part part(ParameterLocation in) {
    return switch (in) {
      case PATH -> Part.PATH_PARAMETER;
      case QUERY, QUERYSTRING -> Part.QUERY_PARAMETER;
      case HEADER -> Part.REQUEST_HEADER;
      case COOKIE -> Part.COOKIE;
    };
  }
}
