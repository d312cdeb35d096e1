package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.RequestPlan.Body;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Makes small requests that a sender may send, and that its receiver takes but for what they are to show.
final class RequestMaker {
  /// How many values are tried for the parameters of a path, until the request reaches its operation.
  static final int MAX_PATHS = 6;

  private final SmallValues values;

  RequestMaker(SmallValues values) {
    this.values = values;
  }

  /// A request.
  ///
  /// @param receiver absent where the receiver has no such operation
  /// @param attempt which of the values is taken for parameters of the path, from 0
  Made<WrittenRequest> make(
      HttpOperation sender, Optional<HttpOperation> receiver, RequestPlan plan, int attempt) {
    var request = new WrittenRequest(sender);
    for (Parameter parameter : sender.parameters()) {
      Optional<Parameter> counterpart =
          receiver.flatMap(it -> ParameterPairs.counterpart(parameter, sender, it));
      Optional<JsonValue> planned =
          plan.parameters().getOrDefault(parameter.pointer(), Optional.empty());
      boolean isLeftOut = plan.parameters().containsKey(parameter.pointer()) && planned.isEmpty();
      boolean isNeeded =
          parameter.required() || counterpart.filter(Parameter::required).isPresent();
      boolean isWritten =
          planned.isPresent()
              ? request.add(parameter, planned.get())
              : isLeftOut
                  || !isNeeded
                  || addSmall(request, parameter, counterpart, attempt)
                  || !parameter.required();
      if (!isWritten) {
        return new Made.Nothing<>(
            "no text was found for "
                + Words.named(parameter)
                + planned.map(value -> " that says " + Words.shown(value)).orElse(""));
      }
    }
    return body(request, sender.body(), receiver.flatMap(HttpOperation::body), plan.body());
  }

  private boolean addSmall(
      WrittenRequest request, Parameter parameter, Optional<Parameter> counterpart, int attempt) {
    int toSkip = parameter.in() == ParameterLocation.PATH ? attempt : 0;
    List<JsonValue> candidates = values.candidates(parameter, counterpart);
    for (int i = 0; i < candidates.size(); i++) {
      JsonValue value = candidates.get((i + toSkip) % candidates.size());
      if (request.add(parameter, value)) {
        return true;
      }
    }
    return false;
  }

  private Made<WrittenRequest> body(
      WrittenRequest request,
      Optional<RequestBody> sender,
      Optional<RequestBody> receiver,
      Body body) {
    return switch (body) {
      case Body.None() -> new Made.Message<>(request);
      case Body.Holding(MediaTypeSpec type, JsonValue value) ->
          BodyText.of(type, type.mediaType(), value).then(encoded -> written(request, encoded));
      case Body.OfType(MediaTypeSpec type, MediaType concrete) -> {
        Optional<MediaTypeSpec> taken =
            receiver.flatMap(it -> MediaType.choose(it.content(), concrete));
        yield small(request, type, concrete, taken);
      }
      case Body.AsNeeded() -> {
        boolean isNeeded =
            sender.filter(RequestBody::required).isPresent()
                || (sender.isPresent() && receiver.filter(RequestBody::required).isPresent());
        if (!isNeeded) {
          yield new Made.Message<>(request);
        }
        List<MediaTypeSpec> offered = sender.orElseThrow().content();
        if (offered.isEmpty()) {
          BodyEncoder.Encoded any =
              new BodyEncoder.Encoded("application/octet-stream", Bytes.utf8("a"));
          yield written(request, any);
        }
        MediaPairs.Pair pair =
            MediaPairs.best(offered, receiver.map(RequestBody::content).orElse(List.of()));
        yield small(request, pair.sender(), pair.concrete(), pair.receiver());
      }
    };
  }

  private Made<WrittenRequest> small(
      WrittenRequest request,
      MediaTypeSpec type,
      MediaType concrete,
      Optional<MediaTypeSpec> receiver) {
    return values
        .ofBody(concrete, type.schema(), receiver.flatMap(MediaTypeSpec::schema), Direction.REQUEST)
        .<Made<WrittenRequest>>map(
            value -> BodyText.of(type, concrete, value).then(encoded -> written(request, encoded)))
        .orElseGet(() -> new Made.Nothing<>("no value was found for the body at " + type.place()));
  }

  private static Made<WrittenRequest> written(WrittenRequest request, BodyEncoder.Encoded encoded) {
    request.body(encoded);
    return new Made.Message<>(request);
  }
}
