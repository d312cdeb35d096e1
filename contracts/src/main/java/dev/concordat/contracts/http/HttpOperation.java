package dev.concordat.contracts.http;

import dev.concordat.contracts.tree.Located;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;

/// One operation that a contract offers over HTTP.
///
/// @param id the contract's operationId, else method and path: `GET /orders/{id}`
/// @param method in upper case
/// @param path without the servers' base path
/// @param parameters those of the path item and of the operation together, the operation's winning
/// @param security alternatives in the contract's order, each a list of credentials that are sent together; an empty
///     alternative means that no credential is needed, an empty list that the contract does not speak of it
/// @param callbacks the requests that the provider sends on its own because of this operation
/// @param written the method's key in the path item
public record HttpOperation(
    String id,
    String method,
    PathTemplate path,
    String summary,
    boolean deprecated,
    List<Parameter> parameters,
    Optional<RequestBody> body,
    List<ResponseSpec> responses,
    List<List<SecurityNeed>> security,
    List<Callback> callbacks,
    Located written) {
  public HttpOperation {
    parameters = List.copyOf(parameters);
    responses = List.copyOf(responses);
    security = security.isEmpty() ? List.of() : security.stream().map(List::copyOf).toList();
    callbacks = List.copyOf(callbacks);
  }

  /// Of what tells operations apart, because operations are keys of maps and hashing all that they hold takes long.
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + method.hashCode();
  }

  /// Where it stands.
  public Place place() {
    return written.place();
  }

  /// The text of that line, trimmed.
  public String sourceLine() {
    return written.sourceLine();
  }

  /// What the contract says of a status: its own entry before its range before `default`.
  public Optional<ResponseSpec> response(int status) {
    ResponseSpec best = null;
    int most = 0;
    for (ResponseSpec response : responses) {
      int specificity = response.specificity(status);
      if (specificity > most) {
        best = response;
        most = specificity;
      }
    }
    return Optional.ofNullable(best);
  }

  /// Whether some status of this hundred is documented by itself or by its range; `default` does not count.
  public boolean documentsClass(int hundred) {
    return responses.stream()
        .anyMatch(response -> response.status().startsWith(Integer.toString(hundred)));
  }

  public List<Parameter> parameters(ParameterLocation in) {
    return parameters.stream().filter(parameter -> parameter.in() == in).toList();
  }

  /// `POST /orders`.
  public String methodAndPath() {
    return method + " " + path.text();
  }
}
