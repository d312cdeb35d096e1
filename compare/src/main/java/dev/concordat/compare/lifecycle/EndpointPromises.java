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
import org.jspecify.annotations.Nullable;

/// What is promised of an operation and of its parameters.
final class EndpointPromises {
  private EndpointPromises() {}

  static List<Difference> of(
      Endpoint endpoint, HttpOperation old, HttpOperation now, LifecyclePolicy policy) {
    var found = new ArrayList<Difference>(0);
    // Nearly all promise nothing, and nothing is made for those.
    if (Promise.isMade(old.written()) || Promise.isMade(now.written())) {
      operation(endpoint, Promise.of(old.written()), Promise.of(now.written()), policy, found);
    }
    for (Parameter parameter : now.parameters()) {
      Parameter was = same(old, parameter);
      if (was != null && (Promise.isMade(was.written()) || Promise.isMade(parameter.written()))) {
        Stability level = Promise.of(now.written()).level();
        parameter(endpoint, was, parameter, level, policy, found);
      }
    }
    return found;
  }

  private static void operation(
      Endpoint endpoint,
      Promise before,
      Promise after,
      LifecyclePolicy policy,
      List<Difference> found) {
    for (LifecycleChange change : policy.changes(before, after, after.level())) {
      found.add(
          LifecycleDifferences.of(
              change,
              new Position(endpoint.name(), Part.OPERATION, ""),
              "",
              "the operation",
              LifecycleNames.operation(change.kind())));
    }
  }

  private static @Nullable Parameter same(HttpOperation old, Parameter parameter) {
    for (Parameter each : old.parameters()) {
      boolean isSame =
          each.in() == parameter.in()
              && (parameter.in() == ParameterLocation.HEADER
                  ? each.name().equalsIgnoreCase(parameter.name())
                  : each.name().equals(parameter.name()));
      if (isSame) {
        return each;
      }
    }
    return null;
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
