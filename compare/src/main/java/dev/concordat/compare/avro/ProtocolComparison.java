package dev.concordat.compare.avro;

import dev.concordat.compare.format.Compared;
import dev.concordat.contracts.avro.AvroDefinition;
import dev.concordat.contracts.avro.AvroProtocol;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.contracts.avro.AvroType;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages of a client's protocol with those of a server's (specification, Protocol Wire Format): the server reads
/// requests with its schemas, the client responses and errors with its own.
final class ProtocolComparison {
  private final AvroProtocol client;
  private final AvroProtocol server;
  private final Roles request;
  private final Roles response;
  private final boolean withCode;
  private final SchemaReadings readings = new SchemaReadings();

  private ProtocolComparison(
      AvroProtocol client, AvroProtocol server, Roles request, Roles response, boolean withCode) {
    this.client = client;
    this.server = server;
    this.request = request;
    this.response = response;
    this.withCode = withCode;
  }

  /// @param request what the sides of a request are called
  /// @param response what the sides of a response are called
  static Compared compare(
      AvroProtocol client, AvroProtocol server, Roles request, Roles response, boolean withCode) {
    var comparison = new ProtocolComparison(client, server, request, response, withCode);
    comparison.compare();
    return comparison.readings.compared();
  }

  private void compare() {
    Map<String, AvroProtocol.Message> offered = new LinkedHashMap<>();
    server.messages().forEach(message -> offered.putIfAbsent(message.name(), message));
    for (AvroProtocol.Message sent : client.messages()) {
      AvroProtocol.Message known = offered.remove(sent.name());
      if (known == null) {
        gone(sent);
      } else {
        compare(sent, known);
      }
    }
    if (withCode) {
      offered.values().forEach(this::added);
    }
  }

  private String operation(AvroProtocol.Message message) {
    return client.fullName() + "/" + message.name();
  }

  private void gone(AvroProtocol.Message sent) {
    readings.add(
        stated(
            AgreeRules.OPERATION_REMOVED,
            Impact.BREAKS,
            sent,
            request.reader()
                + " has no message "
                + sent.name()
                + ", which "
                + request.writer()
                + " may send",
            Optional.of(sent.at()),
            Optional.empty()));
  }

  private void added(AvroProtocol.Message message) {
    readings.add(
        stated(
            AgreeRules.CHANGED_SAFELY,
            Impact.SAFE,
            message,
            "the message " + message.name() + " is new",
            Optional.empty(),
            Optional.of(message.at())));
  }

  private Difference stated(
      Rule rule,
      Impact impact,
      AvroProtocol.Message message,
      String text,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    return new Difference(
        rule,
        impact,
        new Evidence.Stated(),
        new Position(operation(message), Position.Part.OPERATION, ""),
        "",
        text,
        before,
        after,
        List.of(),
        List.of());
  }

  private void compare(AvroProtocol.Message sent, AvroProtocol.Message known) {
    String operation = operation(sent);
    readings.read(
        requestOf(client, sent),
        requestOf(server, known),
        request,
        new Position(operation, Position.Part.REQUEST_BODY, ""),
        true,
        withCode);
    if (sent.isOneWay() != known.isOneWay()) {
      readings.add(
          stated(
              AgreeRules.SUCCESS_REMOVED,
              Impact.BREAKS,
              sent,
              (sent.isOneWay() ? request.writer() : request.reader())
                  + " calls "
                  + sent.name()
                  + " one-way, the other side waits for a response",
              Optional.of(sent.at()),
              Optional.of(known.at())));
      return;
    }
    if (sent.isOneWay()) {
      return;
    }
    readings.read(
        server.schema(known.response()),
        client.schema(sent.response()),
        response,
        new Position(operation, Position.Part.RESPONSE_BODY, ""),
        false,
        withCode);
    readings.read(
        server.schema(errorsOf(known)),
        client.schema(errorsOf(sent)),
        response,
        new Position(operation, Position.Part.RESPONSE, "error"),
        false,
        withCode);
  }

  private static AvroType errorsOf(AvroProtocol.Message message) {
    return new AvroType.Union(message.errors(), message.at());
  }

  /// The parameters as the record that travels. No type can have its name, which has a space.
  private static AvroSchema requestOf(AvroProtocol protocol, AvroProtocol.Message message) {
    String name = message.name() + " request";
    Map<String, AvroDefinition> definitions = new LinkedHashMap<>(protocol.definitions());
    definitions.put(
        name,
        new AvroDefinition.Structure(name, List.of(), false, message.request(), message.at()));
    return new AvroSchema(new AvroType.Named(name, message.at()), definitions);
  }
}
