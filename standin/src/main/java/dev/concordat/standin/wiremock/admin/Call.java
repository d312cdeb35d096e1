package dev.concordat.standin.wiremock.admin;

import dev.concordat.contracts.http.Percent;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import dev.concordat.standin.wiremock.space.Space;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A request to the administration.
///
/// @param rest the segments of the path after the first below `/__admin`
record Call(Space space, HttpRequestMessage request, List<String> rest) {
  /// Method and the rest of the path: `GET`, `POST count`, `DELETE unmatched/near-misses`.
  String what() {
    return (request.method() + " " + String.join("/", rest)).strip();
  }

  Optional<String> parameter(String name) {
    return new ReceivedRequest(request).query().getOrDefault(name, List.of()).stream().findFirst();
  }

  Optional<Integer> number(String name) {
    return parameter(name).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
  }

  /// The rest of the path as an id, where it is one segment that is one.
  Optional<UUID> id() {
    try {
      return rest.size() == 1 ? Optional.of(UUID.fromString(rest.getFirst())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String restDecoded() {
    return Percent.decode(String.join("/", rest));
  }

  HttpResponseMessage unknown(String family) {
    return Replies.notFound(
        request.method()
            + " "
            + request.path()
            + " is not supported; docs/reference/wiremock.md lists what is below /__admin/"
            + family);
  }
}
