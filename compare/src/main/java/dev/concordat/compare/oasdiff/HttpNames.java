package dev.concordat.compare.oasdiff;

import dev.concordat.compare.lifecycle.LifecyclePolicy;
import dev.concordat.compare.lifecycle.Promise;
import dev.concordat.compare.lifecycle.Removal;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.List;

/// What oasdiff calls changes outside of schemas.
final class HttpNames {
  private final LifecyclePolicy policy;

  HttpNames(LifecyclePolicy policy) {
    this.policy = policy;
  }

  /// The ids of oasdiff's rules; none for changes that it does not look for. Changes inside of schemas have their names by
  /// {@link NameWalk}.
  List<String> of(HttpChange change) {
    return switch (change) {
      case HttpChange.EndpointAdded added -> added(added);
      case HttpChange.EndpointRemoved removed -> removed(removed);
      case HttpChange.BasePathsChanged ignored -> List.of();
      case HttpChange.OperationIdChanged id ->
          List.of(id.before().isPresent() ? "api-operation-id-removed" : "api-operation-id-added");
      case HttpChange.TagChanged tag ->
          List.of(tag.isAdded() ? "api-tag-added" : "api-tag-removed");
      case HttpChange.ParameterAdded added -> parameterAdded(added);
      case HttpChange.ParameterRemoved removed -> parameterRemoved(removed.parameter());
      case HttpChange.PathParameterRenamed ignored -> List.of();
      case HttpChange.ParameterRequirednessChanged changed ->
          List.of(
              changed.after().required()
                  ? "request-parameter-became-required"
                  : "request-parameter-became-optional");
      case HttpChange.ParameterStyleChanged ignored -> List.of();
      case HttpChange.RequestBodyAdded added ->
          List.of(
              added.body().required()
                  ? "request-body-added-required"
                  : "request-body-added-optional");
      case HttpChange.RequestBodyRemoved ignored -> List.of("request-body-removed");
      case HttpChange.RequestBodyRequirednessChanged changed ->
          List.of(
              changed.after().required()
                  ? "request-body-became-required"
                  : "request-body-became-optional");
      case HttpChange.RequestMediaTypeAdded ignored -> List.of("request-body-media-type-added");
      case HttpChange.RequestMediaTypeRemoved ignored -> List.of("request-body-media-type-removed");
      case HttpChange.StatusAdded added -> status(added.response(), "added");
      case HttpChange.StatusRemoved removed -> status(removed.response(), "removed");
      case HttpChange.ResponseMediaTypeAdded added -> MediaTypeNames.of(added);
      case HttpChange.ResponseMediaTypeRemoved removed -> MediaTypeNames.of(removed);
      case HttpChange.ResponseHeaderAdded ignored -> List.of("response-header-added");
      case HttpChange.ResponseHeaderRemoved removed ->
          List.of(
              removed.header().required()
                  ? "required-response-header-removed"
                  : "optional-response-header-removed");
      case HttpChange.ResponseHeaderRequirednessChanged changed ->
          changed.after().required() ? List.of() : List.of("response-header-became-optional");
      case HttpChange.SchemaAdded added -> schema(added.spot(), "added");
      case HttpChange.SchemaRemoved removed -> schema(removed.spot(), "removed");
      case HttpChange.SchemaChanged ignored -> List.of();
      case HttpChange.EncodingChanged ignored -> List.of();
      case HttpChange.SecurityChanged changed -> SecurityNames.of(changed);
    };
  }

  private static List<String> added(HttpChange.EndpointAdded added) {
    return switch (added.endpoint().kind()) {
      case OPERATION -> List.of("endpoint-added");
      case WEBHOOK -> added.isPathNew() ? List.of("webhook-added") : List.of();
      case CALLBACK, DOCUMENT -> List.of();
    };
  }

  private List<String> removed(HttpChange.EndpointRemoved removed) {
    return switch (removed.endpoint().kind()) {
      case OPERATION -> operationRemoved(removed);
      case WEBHOOK -> removed.isPathGone() ? List.of("webhook-removed") : List.of();
      case CALLBACK, DOCUMENT -> List.of();
    };
  }

  private List<String> operationRemoved(HttpChange.EndpointRemoved removed) {
    Removal removal =
        removed
            .endpoint()
            .before()
            .map(HttpOperation::written)
            .map(Promise::of)
            .map(policy::removal)
            .orElse(Removal.UNANNOUNCED);
    String what = removed.isPathGone() ? "api-path-removed" : "api-removed";
    return switch (removal) {
      case UNANNOUNCED -> List.of(what + "-without-deprecation");
      case ANNOUNCED -> List.of(what + "-with-deprecation");
      case SUNSET_UNREADABLE -> List.of("api-path-sunset-parse");
      case BEFORE_SUNSET -> List.of(what + "-before-sunset");
      case AFTER_SUNSET, NEVER_PROMISED -> List.of();
    };
  }

  private static List<String> parameterAdded(HttpChange.ParameterAdded added) {
    Parameter parameter = added.parameter();
    if (parameter.in() == ParameterLocation.PATH) {
      return List.of("new-request-path-parameter");
    }
    boolean isShared =
        added
            .endpoint()
            .after()
            .filter(operation -> SharedParameters.has(operation, parameter))
            .isPresent();
    return List.of(
        (parameter.required() ? "new-required-request-" : "new-optional-request-")
            + (isShared ? "default-parameter-to-existing-path" : "parameter"));
  }

  private List<String> parameterRemoved(Parameter parameter) {
    return switch (policy.removal(Promise.of(parameter.written()))) {
      case UNANNOUNCED, NEVER_PROMISED -> List.of("request-parameter-removed");
      case ANNOUNCED -> List.of("request-parameter-removed-with-deprecation");
      case SUNSET_UNREADABLE -> List.of("request-parameter-sunset-parse");
      case BEFORE_SUNSET -> List.of("request-parameter-removed-before-sunset");
      case AFTER_SUNSET -> List.of();
    };
  }

  /// oasdiff does not look at ranges and `default`.
  private static List<String> status(ResponseSpec response, String change) {
    if (!response.status().matches("\\d{3}")) {
      return List.of();
    }
    boolean isSuccess = response.status().startsWith("2");
    return List.of(
        (isSuccess ? "response-success-status-" : "response-non-success-status-") + change);
  }

  private static List<String> schema(Spot spot, String change) {
    return switch (spot) {
      case Spot.OfRequestBody ignored -> List.of("request-body-media-type-schema-" + change);
      case Spot.OfResponseBody ignored -> List.of("response-body-media-type-schema-" + change);
      case Spot.OfParameter parameter -> undeclared(parameter, change);
      case Spot.OfResponseHeader ignored -> List.of();
    };
  }

  /// What stands in braces of the path and was not declared is a new parameter for oasdiff.
  private static List<String> undeclared(Spot.OfParameter parameter, String change) {
    boolean isDeclared = parameter.before().written() instanceof ObjectNode;
    return change.equals("added") && parameter.after().in() == ParameterLocation.PATH && !isDeclared
        ? List.of("new-request-path-parameter")
        : List.of();
  }
}
