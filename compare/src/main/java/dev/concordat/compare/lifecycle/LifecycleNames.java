package dev.concordat.compare.lifecycle;

import dev.concordat.compare.lifecycle.LifecycleChange.Kind;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Impact;
import java.util.List;

/// What oasdiff calls changes of promises.
final class LifecycleNames {
  private LifecycleNames() {}

  static List<Alias> operation(Kind kind) {
    return named(
        kind,
        switch (kind) {
          case DEPRECATED -> "endpoint-deprecated";
          case DEPRECATED_WITH_SUNSET -> "endpoint-deprecated-with-sunset";
          case SUNSET_MISSING -> "api-deprecated-sunset-missing";
          case SUNSET_UNREADABLE -> "api-deprecated-sunset-parse";
          case SUNSET_TOO_SOON -> "api-sunset-date-too-small";
          case REACTIVATED -> "endpoint-reactivated";
          case SUNSET_REMOVED -> "sunset-deleted";
          case SUNSET_MOVED_CLOSER -> "api-sunset-date-changed-too-small";
          case STABILITY_UNREADABLE -> "api-invalid-stability-level";
          case STABILITY_DECREASED -> "api-stability-decreased";
          case STABILITY_INCREASED -> "api-stability-increased";
        });
  }

  static List<Alias> parameter(Kind kind) {
    return named(
        kind,
        switch (kind) {
          case DEPRECATED, DEPRECATED_WITH_SUNSET -> "request-parameter-deprecated";
          case SUNSET_MISSING -> "request-parameter-deprecated-sunset-missing";
          case SUNSET_UNREADABLE -> "request-parameter-sunset-parse";
          case SUNSET_TOO_SOON -> "request-parameter-sunset-date-too-small";
          case REACTIVATED -> "request-parameter-reactivated";
          case SUNSET_REMOVED -> "request-parameter-sunset-deleted";
          case SUNSET_MOVED_CLOSER -> "request-parameter-sunset-date-changed-too-small";
          case STABILITY_UNREADABLE, STABILITY_DECREASED, STABILITY_INCREASED -> "";
        });
  }

  static List<Alias> member(Kind kind, boolean isRequest) {
    String change =
        switch (kind) {
          case DEPRECATED -> "deprecated";
          case DEPRECATED_WITH_SUNSET -> "deprecated-with-sunset";
          case SUNSET_MISSING -> "deprecated-sunset-missing";
          case SUNSET_UNREADABLE -> "deprecated-sunset-invalid";
          case SUNSET_TOO_SOON -> "sunset-date-too-small";
          case REACTIVATED -> "reactivated";
          case STABILITY_DECREASED -> "stability-decreased";
          case STABILITY_INCREASED -> "stability-increased";
          case SUNSET_REMOVED, SUNSET_MOVED_CLOSER -> "";
          case STABILITY_UNREADABLE -> "";
        };
    if (change.isEmpty()) {
      return kind == Kind.STABILITY_UNREADABLE ? operation(kind) : List.of();
    }
    return named(kind, (isRequest ? "request-property-" : "response-property-") + change);
  }

  private static List<Alias> named(Kind kind, String id) {
    String level = kind.impact() == Impact.POLICY ? "ERR" : "INFO";
    return id.isEmpty() ? List.of() : List.of(new Alias("oasdiff", id, level));
  }
}
