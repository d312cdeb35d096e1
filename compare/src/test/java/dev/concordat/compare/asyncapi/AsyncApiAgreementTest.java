package dev.concordat.compare.asyncapi;

import static dev.concordat.compare.asyncapi.Compares.agree;
import static dev.concordat.compare.asyncapi.Compares.lines;
import static dev.concordat.compare.asyncapi.Compares.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.comparison.ContractComparison;
import org.junit.jupiter.api.Test;

class AsyncApiAgreementTest {
  private static final String STOCK =
      """
      asyncapi: 3.0.0
      info: {title: Stock, version: 1.0.0}
      channels:
        reserve:
          address: stock.reserve
          messages:
            reserve:
              payload: {type: object, required: [sku, qty], properties: {sku: {type: string}, qty: {type: integer}}}
        low:
          address: stock.low
          messages:
            low:
              payload: {type: object, required: [sku], properties: {sku: {type: string}, left: {type: integer}}}
            empty:
              payload: {type: object, required: [since], properties: {since: {type: string}}}
      operations:
        onReserve: {action: receive, channel: {$ref: '#/channels/reserve'}}
        sendLow: {action: send, channel: {$ref: '#/channels/low'}}
      """;

  private static final String ORDERS =
      """
      asyncapi: 2.6.0
      info: {title: Orders, version: 1.0.0}
      channels:
        stock.reserve:
          subscribe:
            message:
              name: reserve
              payload: {type: object, required: [sku, qty], properties: {sku: {type: string}, qty: {type: integer}}}
        stock.low:
          publish:
            message:
              oneOf:
                - {name: low, payload: {type: object, required: [sku], properties: {sku: {type: string}}}}
                - {name: empty, payload: {type: object, required: [since], properties: {since: {type: string}}}}
      """;

  @Test
  void whatTheConsumerSendsTheProviderReceivesAndTheOtherWayRound() {
    // Given, When
    ContractComparison comparison = agree(ORDERS, STOCK);

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(comparison.tally().proved()).isEqualTo(3);
    assertThat(lines(comparison))
        .containsExactly("meaning value-lost receive stock.low · message low /left");
  }

  @Test
  void aMessageThatTheProviderRefusesIsShown() {
    // Given
    String consumer = ORDERS.replace("required: [sku, qty]", "required: [sku]");

    // When
    ContractComparison comparison = agree(consumer, STOCK);

    // Then
    assertThat(lines(comparison))
        .contains("breaks message-unreadable send stock.reserve · message reserve /qty");
    assertThat(message(comparison.differences().getFirst()))
        .isEqualTo("stock.reserve {} {\"sku\":\"\"}");
  }

  @Test
  void aMessageThatTheConsumerNeedsMoreOfIsShown() {
    // Given
    String consumer =
        ORDERS.replace(
            "{type: object, required: [sku], properties: {sku: {type: string}}}",
            "{type: object, required: [sku, left], properties: {sku: {type: string}, left: {type:"
                + " integer}}}");

    // When
    ContractComparison comparison = agree(consumer, STOCK);

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(message(comparison.differences().getFirst()))
        .isEqualTo("stock.low {} {\"sku\":\"\"}");
  }

  @Test
  void aMessageThatOnlyTheProviderKnowsIsRisky() {
    // Given
    String consumer =
        ORDERS.replace(
            "          - {name: empty, payload: {type: object, required: [since], properties:"
                + " {since: {type: string}}}}\n",
            "");

    // When
    ContractComparison comparison = agree(consumer, STOCK);

    // Then
    assertThat(comparison.holds()).isTrue();
    assertThat(lines(comparison))
        .contains("risky message-unexpected receive stock.low · message empty");
  }

  @Test
  void anAddressThatTheProviderDoesNotHaveIsMissed() {
    // Given
    String consumer = ORDERS.replace("stock.low:", "stock.lowish:");

    // When
    ContractComparison comparison = agree(consumer, STOCK);

    // Then
    assertThat(lines(comparison))
        .containsExactly("breaks channel-gone receive stock.lowish · operation");
    assertThat(comparison.differences().getFirst().message())
        .isEqualTo("the consumer receives at stock.lowish, where the provider does not send");
  }

  @Test
  void aCopyOfTheProvidersDocumentIsOnTheSameSide() {
    // Given, When
    ContractComparison comparison = agree(STOCK, STOCK);

    // Then
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.differences().getFirst().message())
        .endsWith("both documents receive there: is one written from the other's side?");
  }

  @Test
  void aChannelOfWhichTheProviderDoesNotSayWhoSendsIsTheOtherSide() {
    // Given
    String provider = STOCK.substring(0, STOCK.indexOf("operations:"));

    // When, Then
    assertThat(agree(ORDERS, provider).holds()).isTrue();
  }

  @Test
  void aChannelOfWhichTheConsumerDoesNotSayItIsUndecided() {
    // Given
    String consumer =
        """
        asyncapi: 3.0.0
        info: {title: Orders, version: 1.0.0}
        channels:
          low: {address: stock.low}
        """;

    // When, Then
    assertThat(lines(agree(consumer, STOCK)))
        .containsExactly("unknown message-unreadable channel stock.low · operation");
  }
}
