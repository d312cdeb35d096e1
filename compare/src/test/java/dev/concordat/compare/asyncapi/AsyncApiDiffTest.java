package dev.concordat.compare.asyncapi;

import static dev.concordat.compare.asyncapi.Compares.diff;
import static dev.concordat.compare.asyncapi.Compares.lines;
import static dev.concordat.compare.asyncapi.Compares.message;
import static dev.concordat.compare.asyncapi.Compares.witness;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.WitnessMessage;
import org.junit.jupiter.api.Test;

class AsyncApiDiffTest {
  static final String SHOP =
      """
      asyncapi: 3.0.0
      info: {title: Shop, version: 1.0.0}
      servers:
        production: {host: 'kafka.example:9092', protocol: kafka}
      channels:
        placed:
          address: orders.{region}.placed
          parameters:
            region: {enum: [eu, us]}
          messages:
            orderPlaced:
              contentType: application/json
              headers:
                type: object
                required: [trace]
                properties: {trace: {type: string}}
              correlationId: {location: '$message.header#/trace'}
              payload:
                type: object
                required: [id]
                properties:
                  id: {type: string}
                  qty: {type: integer, minimum: 1}
        commands:
          address: orders.commands
          messages:
            cancel:
              payload: {type: object, required: [id], properties: {id: {type: string}}}
      operations:
        sendPlaced:
          action: send
          channel: {$ref: '#/channels/placed'}
        onCommand:
          action: receive
          channel: {$ref: '#/channels/commands'}
      """;

  @Test
  void theSameDocumentHasNoDifferences() {
    // Given, When
    ContractComparison comparison = diff(SHOP, SHOP);

    // Then
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.tally().proved()).isEqualTo(2);
  }

  @Test
  void whatIsSentMustBeReadByOldReaders() {
    // Given
    String wider = SHOP.replace("minimum: 1", "minimum: 0");
    String narrower = SHOP.replace("minimum: 1", "minimum: 2");

    // When
    ContractComparison breaks = diff(SHOP, wider);

    // Then
    assertThat(lines(breaks))
        .containsExactly(
            "breaks message-unreadable send orders.{region}.placed · message orderPlaced /qty");
    assertThat(message(breaks.differences().getFirst()))
        .isEqualTo("orders.eu.placed {\"trace\":\"\"} {\"id\":\"\",\"qty\":0}");
    assertThat(witness(breaks.differences().getFirst()).voters())
        .contains("judge of messages")
        .hasSize(3);
    assertThat(diff(SHOP, narrower).holds()).isTrue();
  }

  @Test
  void whatIsReceivedMustStillBeTaken() {
    // Given
    String after =
        SHOP.replace(
            "required: [id], properties: {id: {type: string}}",
            "required: [id, why], properties: {id: {type: string}, why: {type: string}}");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(message(comparison.differences().getFirst()))
        .isEqualTo("orders.commands {} {\"id\":\"\"}");
  }

  @Test
  void anOptionalMemberMayBeAddedEitherWay() {
    // Given
    String after =
        SHOP.replace("qty: {", "note: {type: string}\n            qty: {")
            .replace("{id: {type: string}}}", "{id: {type: string}, note: {type: string}}}");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(lines(comparison))
        .containsExactly(
            "meaning value-lost send orders.{region}.placed · message orderPlaced /note",
            "safe changed-safely receive orders.commands · message cancel /note");
  }

  @Test
  void aChannelThatIsGoneOrMovedIsMissed() {
    // Given
    String moved = SHOP.replace("address: orders.commands", "address: orders.commands.v2");
    String gone =
        SHOP.replace(
            "  onCommand:\n    action: receive\n    channel: {$ref: '#/channels/commands'}\n", "");

    // When
    Difference difference = diff(SHOP, moved).differences().getFirst();

    // Then
    assertThat(difference.rule().id()).isEqualTo("agree/channel-gone");
    assertThat(difference.message())
        .isEqualTo(
            "onCommand moved to orders.commands.v2: whoever sends to orders.commands is not heard");
    assertThat(lines(diff(SHOP, gone)))
        .containsExactly("breaks channel-gone receive orders.commands · operation");
  }

  @Test
  void anAddressWithParametersCoversTheOneItHad() {
    // Given
    String after =
        SHOP.replace("address: orders.commands", "address: orders.{kind}")
            .replace("commands:\n", "commands:\n    parameters: {kind: {}}\n");

    // When, Then
    assertThat(diff(SHOP, after).holds()).isTrue();
  }

  @Test
  void aValueOfAParameterThatNobodyListensForIsShownAsAnAddress() {
    // Given
    String after = SHOP.replace("enum: [eu, us]", "enum: [eu, us, asia]");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(lines(comparison))
        .containsExactly(
            "breaks address-refused send orders.{region}.placed · path parameter region");
    assertThat(
            ((WitnessMessage.Message) witness(comparison.differences().getFirst()).message())
                .address())
        .isEqualTo("orders.asia.placed");
  }

  @Test
  void namesOfParametersSayNothing() {
    // Given
    String after = SHOP.replace("{region}", "{area}").replace("region: {enum", "area: {enum");

    // When, Then
    assertThat(diff(SHOP, after).differences()).isEmpty();
  }

  @Test
  void aKindOfMessageThatIsNewIsUnexpectedForOldReaders() {
    // Given
    String after =
        SHOP.replace(
            "      orderPlaced:",
            "      orderChanged:\n"
                + "        payload: {type: object, required: [changed], properties: {changed:"
                + " {const: true}}}\n"
                + "      orderPlaced:");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(lines(comparison))
        .contains("breaks message-unexpected send orders.{region}.placed · message orderChanged");
    assertThat(message(comparison.differences().getFirst()))
        .isEqualTo("orders.eu.placed {} {\"changed\":true}");
  }

  @Test
  void aKindOfMessageThatIsNotSentAnyMoreIsMissed() {
    // Given
    String before =
        SHOP.replace(
            "      orderPlaced:",
            "      orderSeen:\n"
                + "        payload: {type: object, required: [seen], properties: {seen: {const:"
                + " true}}}\n"
                + "      orderPlaced:");

    // When
    ContractComparison comparison = diff(before, SHOP);

    // Then
    assertThat(lines(comparison))
        .containsExactly("risky message-gone send orders.{region}.placed · message orderSeen");
  }

  @Test
  void aHeaderThatReadersNeedIsNotLeftOut() {
    // Given
    String after = SHOP.replace("required: [trace]", "required: []");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(lines(comparison))
        .containsExactly(
            "breaks message-headers-unreadable send orders.{region}.placed · message headers"
                + " orderPlaced /trace");
    assertThat(message(comparison.differences().getFirst()))
        .isEqualTo("orders.eu.placed {} {\"id\":\"\"}");
  }

  @Test
  void anotherContentTypeIsNotRead() {
    // Given
    String after = SHOP.replace("application/json", "application/xml");

    // When
    Difference difference = diff(SHOP, after).differences().getFirst();

    // Then
    assertThat(difference.impact()).isEqualTo(Impact.BREAKS);
    assertThat(difference.message())
        .isEqualTo(
            "the new contract sends application/xml, the old contract reads application/json");
  }

  @Test
  void aCorrelationIdThatMovedIsNotFoundWhereReadersLook() {
    // Given
    String after =
        SHOP.replace("$message.header#/trace", "$message.payload#/id")
            .replace("required: [trace]", "required: []")
            .replace("properties: {trace: {type: string}}", "properties: {}");

    // When
    ContractComparison comparison = diff(SHOP, after);

    // Then
    assertThat(lines(comparison))
        .contains(
            "breaks message-headers-unreadable send orders.{region}.placed · message headers"
                + " orderPlaced correlation id");
  }

  @Test
  void aVersionTwoDocumentIsComparedWithAVersionThreeOne() {
    // Given
    String two =
        """
        asyncapi: 2.6.0
        info: {title: Shop, version: 1.0.0}
        channels:
          orders.commands:
            publish:
              operationId: onCommand
              message:
                name: cancel
                payload: {type: object, required: [id], properties: {id: {type: string}}}
        """;

    // When
    ContractComparison comparison = diff(two, SHOP);

    // Then
    assertThat(lines(comparison))
        .containsExactly(
            "safe changed-safely send orders.{region}.placed · operation",
            "safe changed-safely server production · document");
  }
}
