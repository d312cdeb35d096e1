package dev.concordat.contracts.pact.writing;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.ExpectedRequest;
import dev.concordat.contracts.pact.ExpectedResponse;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.Header;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Node;
import dev.concordat.model.exchange.Bytes;
import java.nio.file.Path;
import java.util.List;

/// Pacts as they are but for their places and the white space in JSON bodies, so that two can be compared.
final class WithoutPlaces {
  private static final Node NOWHERE =
      new DocumentReader(Path.of(".")).parse("nowhere", new byte[] {'{', '}'}).root();

  private WithoutPlaces() {}

  static List<Object> of(PactContract pact) {
    return List.of(
        pact.consumer(),
        pact.provider(),
        pact.pactVersion(),
        pact.plugins(),
        pact.interactions().stream().map(WithoutPlaces::interaction).toList());
  }

  private static PactInteraction interaction(PactInteraction interaction) {
    Header header = header(interaction.header());
    return switch (interaction) {
      case PactInteraction.HttpInteraction http ->
          new PactInteraction.HttpInteraction(
              header, request(http.request()), response(http.response()));
      case PactInteraction.MessageInteraction message ->
          new PactInteraction.MessageInteraction(header, message(message.message()));
      case PactInteraction.SynchronousMessages call ->
          new PactInteraction.SynchronousMessages(
              header,
              message(call.request()),
              call.responses().stream().map(WithoutPlaces::message).toList());
      case PactInteraction.UnknownInteraction unknown ->
          new PactInteraction.UnknownInteraction(header, unknown.type(), unknown.content());
    };
  }

  private static Header header(Header it) {
    return new Header(
        it.description(),
        it.states(),
        it.key(),
        "",
        it.isPending(),
        it.transport(),
        it.pluginConfiguration(),
        it.comments(),
        it.markup(),
        NOWHERE.place());
  }

  private static ExpectedBody body(ExpectedBody body) {
    return body instanceof ExpectedBody.Present(Bytes bytes)
        ? JsonParser.parse(bytes.toArray())
            .value()
            .<ExpectedBody>map(json -> new ExpectedBody.Present(Bytes.utf8(json.toString())))
            .orElse(body)
        : body;
  }

  private static ExpectedRequest request(ExpectedRequest it) {
    return new ExpectedRequest(
        it.method(),
        it.path(),
        it.queryText(),
        it.query(),
        it.headers(),
        body(it.body()),
        it.bodyType(),
        it.rules(),
        it.generators(),
        NOWHERE);
  }

  private static ExpectedResponse response(ExpectedResponse it) {
    return new ExpectedResponse(
        it.status(),
        it.headers(),
        body(it.body()),
        it.bodyType(),
        it.rules(),
        it.generators(),
        NOWHERE);
  }

  private static ExpectedMessage message(ExpectedMessage it) {
    return new ExpectedMessage(
        body(it.body()), it.bodyType(), it.metadata(), it.rules(), it.generators(), NOWHERE);
  }
}
