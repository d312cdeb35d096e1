package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.ResponsePlan.Body;
import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterEncoder;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes small responses that a sender may send, and that its receiver takes but for what they are to show.
final class ResponseMaker {
  private final SmallValues values;

  ResponseMaker(SmallValues values) {
    this.values = values;
  }

  /// A response.
  ///
  /// @param receiver what the receiver says of that status, if it says anything
  /// @param hasBody whether responses to that method and of that status can have one
  Made<HttpResponseMessage> make(
      ResponsePlan plan, Optional<ResponseSpec> receiver, boolean hasBody) {
    var headers = new ArrayList<Header>();
    for (Parameter header : plan.spec().headers()) {
      Optional<Parameter> counterpart =
          receiver.flatMap(it -> ParameterPairs.header(it.headers(), header.name()));
      Optional<JsonValue> planned = plan.headers().getOrDefault(header.name(), Optional.empty());
      boolean isLeftOut = plan.headers().containsKey(header.name()) && planned.isEmpty();
      boolean isNeeded =
          planned.isPresent()
              || header.required()
              || counterpart.filter(Parameter::required).isPresent();
      if (isLeftOut || !isNeeded) {
        continue;
      }
      Optional<String> text =
          planned.isPresent()
              ? ParameterEncoder.header(header, planned.get())
              : values.candidates(header, counterpart).stream()
                  .flatMap(value -> ParameterEncoder.header(header, value).stream())
                  .findFirst();
      if (text.isEmpty() && (planned.isPresent() || header.required())) {
        return new Made.Nothing<>("no text was found for the header '" + header.name() + "'");
      }
      text.ifPresent(it -> headers.add(new Header(header.name(), it)));
    }
    return hasBody
        ? body(plan, receiver, headers)
        : new Made.Message<>(new HttpResponseMessage(plan.status(), headers, Bytes.EMPTY));
  }

  private Made<HttpResponseMessage> body(
      ResponsePlan plan, Optional<ResponseSpec> receiver, List<Header> headers) {
    List<MediaTypeSpec> known = receiver.map(ResponseSpec::content).orElse(List.of());
    return switch (plan.body()) {
      case Body.None() -> new Made.Message<>(response(plan, headers, Optional.empty()));
      case Body.Holding(MediaTypeSpec type, JsonValue value) ->
          BodyText.of(type, type.mediaType(), value)
              .then(encoded -> new Made.Message<>(response(plan, headers, Optional.of(encoded))));
      case Body.OfType(MediaTypeSpec type, MediaType concrete) ->
          small(plan, headers, type, concrete, MediaType.choose(known, concrete));
      case Body.Any() -> {
        if (plan.spec().content().isEmpty()) {
          yield new Made.Message<>(response(plan, headers, Optional.empty()));
        }
        MediaPairs.Pair pair = MediaPairs.best(plan.spec().content(), known);
        yield small(plan, headers, pair.sender(), pair.concrete(), pair.receiver());
      }
    };
  }

  private Made<HttpResponseMessage> small(
      ResponsePlan plan,
      List<Header> headers,
      MediaTypeSpec type,
      MediaType concrete,
      Optional<MediaTypeSpec> receiver) {
    return values
        .ofBody(
            concrete, type.schema(), receiver.flatMap(MediaTypeSpec::schema), Direction.RESPONSE)
        .<Made<HttpResponseMessage>>map(
            value ->
                BodyText.of(type, concrete, value)
                    .then(
                        encoded ->
                            new Made.Message<>(response(plan, headers, Optional.of(encoded)))))
        .orElseGet(() -> new Made.Nothing<>("no value was found for the body at " + type.place()));
  }

  private static HttpResponseMessage response(
      ResponsePlan plan, List<Header> headers, Optional<BodyEncoder.Encoded> encoded) {
    var all = new ArrayList<>(headers);
    encoded.ifPresent(it -> all.add(new Header("Content-Type", it.contentType())));
    Bytes bytes = encoded.map(BodyEncoder.Encoded::bytes).orElse(Bytes.EMPTY);
    return new HttpResponseMessage(plan.status(), all, bytes);
  }
}
