package dev.concordat.standin.service;

import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.body.ContentParameters;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterDecoder.Decoded;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.contracts.tree.BodyJson;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.json.JsonValue;
import dev.concordat.standin.answer.Negotiation;
import dev.concordat.standin.resource.Anchor;
import dev.concordat.standin.resource.OperationPlan;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.value.Typed;
import java.util.List;
import java.util.Optional;

/// A request that keeps the contract, with the operation it belongs to.
///
/// @param json the request's body, which is read once
/// @param values of the path's parameters in their order, decoded
public record Asked(
    HttpRequestMessage request,
    BodyJson json,
    OperationPlan plan,
    List<String> values,
    RequestFields fields,
    Negotiation accept) {
  public Asked {
    values = List.copyOf(values);
  }

  public static Asked of(
      HttpRequestMessage request, BodyJson json, Routed routed, OperationPlan plan) {
    RequestFields fields = RequestFields.of(request, routed.pathValues());
    HttpOperation operation = routed.operation();
    List<String> values =
        operation.path().parameterNames().stream()
            .map(name -> value(operation, name, fields))
            .toList();
    return new Asked(request, json, plan, values, fields, Negotiation.of(request.header("accept")));
  }

  private static String value(HttpOperation operation, String name, RequestFields fields) {
    String raw = Percent.decode(fields.path().getOrDefault(name, ""));
    for (Parameter parameter : operation.parameters(ParameterLocation.PATH)) {
      if (parameter.name().equals(name)
          && ContentParameters.decode(parameter, fields) instanceof Decoded.Present present) {
        return Typed.text(present.value()).orElse(raw);
      }
    }
    return raw;
  }

  public HttpOperation operation() {
    return plan.operation();
  }

  /// The scope of the operation's own resource.
  Scope scope(Resource resource) {
    int count = Math.min(resource.scope().size(), values.size());
    return new Scope(resource, values.subList(0, count));
  }

  /// The id that the path names; empty for what there is only one of.
  String id(Resource resource) {
    int at = resource.scope().size();
    return resource.isSingle() || at >= values.size() ? "" : values.get(at);
  }

  /// The id that the path names for something that must exist.
  String id(Anchor anchor) {
    return id(anchor.resource());
  }

  /// What the request's body says, if it has one that can be read.
  Optional<JsonValue> body() {
    if (request.body().size() == 0) {
      return Optional.empty();
    }
    Optional<MediaType> actual = mediaType();
    Optional<MediaTypeSpec> spec =
        actual.flatMap(
            type -> operation().body().flatMap(body -> MediaType.choose(body.content(), type)));
    return spec.flatMap(
        it ->
            BodyValue.read(it, actual.orElseThrow(), request.headers(), json)
                    instanceof BodyValue.Value value
                ? Optional.of(value.value())
                : Optional.empty());
  }

  Optional<MediaType> mediaType() {
    return request.header("content-type").flatMap(MediaType::parse);
  }
}
