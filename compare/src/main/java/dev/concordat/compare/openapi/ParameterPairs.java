package dev.concordat.compare.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which parameters of two operations are one: those in the same place of the path, whatever they are called; others of the
/// same name, headers whatever their case.
final class ParameterPairs {
  private ParameterPairs() {}

  /// A parameter with what the other operation has of it.
  record Pair(Optional<Parameter> before, Optional<Parameter> after) {}

  /// All parameters, those of the first operation first.
  static List<Pair> of(HttpOperation before, HttpOperation after) {
    var pairs = new ArrayList<Pair>();
    for (Parameter parameter : before.parameters()) {
      pairs.add(new Pair(Optional.of(parameter), counterpart(parameter, before, after)));
    }
    for (Parameter parameter : after.parameters()) {
      if (counterpart(parameter, after, before).isEmpty()) {
        pairs.add(new Pair(Optional.empty(), Optional.of(parameter)));
      }
    }
    return pairs;
  }

  /// What the other operation has of a parameter.
  static Optional<Parameter> counterpart(
      Parameter parameter, HttpOperation own, HttpOperation other) {
    if (parameter.in() == ParameterLocation.PATH && isInPath(parameter.name(), own)) {
      Optional<String> name = nameInPath(parameter.name(), own, other);
      return name.isPresent() ? inPath(name.get(), other) : Optional.empty();
    }
    for (Parameter each : other.parameters()) {
      if (each.in() == parameter.in()
          && isSameName(parameter, each.name())
          && (each.in() != ParameterLocation.PATH || !isInPath(each.name(), other))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// What a parameter of the path is called in the other path; most paths are written alike.
  private static Optional<String> nameInPath(String name, HttpOperation own, HttpOperation other) {
    return own.path().equals(other.path())
        ? Optional.of(name)
        : PathPattern.of(other).counterpart(PathPattern.of(own), name);
  }

  private static Optional<Parameter> inPath(String name, HttpOperation operation) {
    for (Parameter each : operation.parameters()) {
      if (each.in() == ParameterLocation.PATH && each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// Some documents declare parameters of the path for which the path has no braces.
  static boolean isInPath(String name, HttpOperation operation) {
    return operation.path().parameterNames().contains(name);
  }

  /// The header of that name.
  static Optional<Parameter> header(List<Parameter> headers, String name) {
    for (Parameter each : headers) {
      if (each.name().equalsIgnoreCase(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean isSameName(Parameter parameter, String name) {
    return parameter.in() == ParameterLocation.HEADER
        ? parameter.name().equalsIgnoreCase(name)
        : parameter.name().equals(name);
  }
}
