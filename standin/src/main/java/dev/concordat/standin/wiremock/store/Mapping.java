package dev.concordat.standin.wiremock.store;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.standin.wiremock.match.RequestMatcher;
import dev.concordat.standin.wiremock.response.ResponseDefinition;
import java.util.Optional;
import java.util.UUID;

/// A stub, ready to match and to answer. Immutable.
///
/// @param written as JSON, with its id
/// @param template the path's, where it is given as one
/// @param title what to call the stub
public record Mapping(
    UUID id,
    JsonObject written,
    Stub stub,
    RequestMatcher matcher,
    ResponseDefinition response,
    Optional<PathTemplate> template,
    String title) {

  public Optional<Stub.Scenario> scenario() {
    return stub.scenarios().stream().findFirst();
  }

  /// Whether it is to be saved to a file as soon as it is made.
  public boolean isPersistent() {
    return written.member("persistent").orElse(null) instanceof JsonBoolean(boolean is) && is;
  }

  /// What its authors noted beside it.
  public JsonObject metadata() {
    return written.member("metadata").orElse(null) instanceof JsonObject object
        ? object
        : JsonObject.EMPTY;
  }
}
