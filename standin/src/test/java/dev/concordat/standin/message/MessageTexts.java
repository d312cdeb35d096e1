package dev.concordat.standin.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A contract of messages, and what tests ask of its stand-in.
final class MessageTexts {
  private MessageTexts() {}

  static final String ORDERS =
      """
      asyncapi: 3.0.0
      info: {title: Orders, version: 1.2.0}
      servers:
        events: {host: 'localhost:9092', protocol: kafka}
        devices: {host: 'localhost:1883', protocol: mqtt}
      channels:
        confirmed:
          address: orders.{region}.confirmed
          servers: [{$ref: '#/servers/events'}]
          parameters:
            region: {enum: [eu, us], location: '$message.payload#/region'}
          messages:
            confirmed:
              name: OrderConfirmed
              correlationId: {location: '$message.header#/correlation'}
              headers:
                type: object
                required: [correlation]
                properties: {correlation: {type: string}, attempt: {type: integer, minimum: 1}}
              bindings: {kafka: {key: {type: string, pattern: '^o-[0-9]{4}$'}}}
              payload:
                type: object
                required: [orderId, total, region]
                properties:
                  orderId: {type: string, minLength: 3}
                  total: {type: string, pattern: '^[0-9]+\\.[0-9]{2}$'}
                  region: {type: string, enum: [us, eu]}
              examples:
                - {name: tea, headers: {correlation: c-1}, payload: {orderId: o-1, total: '20.20', region: eu}}
                - {name: wrong, payload: {orderId: o-2, total: 20.2, region: eu}}
                - {name: milk, payload: {orderId: o-3, total: '1.10', region: us}}
        prices:
          address: prices.ask
          messages:
            ask:
              name: AskPrice
              correlationId: {location: '$message.payload#/askId'}
              payload:
                type: object
                required: [askId, sku, replyTo]
                properties:
                  askId: {type: string}
                  sku: {type: string, minLength: 2}
                  replyTo: {type: string}
        told:
          address: null
          messages:
            told:
              name: PriceTold
              correlationId: {location: '$message.header#/askId'}
              payload:
                type: object
                required: [sku, cents]
                properties: {sku: {type: string, minLength: 2}, cents: {type: integer, minimum: 1, maximum: 999}}
        beeps:
          address: devices/beep
          servers: [{$ref: '#/servers/devices'}]
          messages: {beep: {payload: {type: string}}}
      operations:
        confirm:
          action: send
          channel: {$ref: '#/channels/confirmed'}
        answerPrice:
          action: receive
          channel: {$ref: '#/channels/prices'}
          reply:
            address: {location: '$message.payload#/replyTo'}
            channel: {$ref: '#/channels/told'}
        beep:
          action: send
          channel: {$ref: '#/channels/beeps'}
      """;

  static AsyncApiContract contract(String yaml) {
    return (AsyncApiContract)
        new ContractReader(Path.of(""))
            .read(TextFile.of(Path.of(""), "asyncapi.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }

  static MessageStandIn standIn(String yaml) {
    return new MessageStandIn(contract(yaml), new MessageSettings(1, false));
  }

  static Draft made(Production production) {
    assertThat(production).isInstanceOf(Production.Made.class);
    return ((Production.Made) production).draft();
  }

  static Production.Refused refused(Production production) {
    assertThat(production).isInstanceOf(Production.Refused.class);
    return (Production.Refused) production;
  }

  static MessageDelivery delivery(String topic, String payload, Header... headers) {
    return new MessageDelivery(
        "x1",
        "events",
        topic,
        0,
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.of(Bytes.utf8(payload)),
        List.of(headers));
  }

  static Order order(String operation, String... with) {
    Order plain = Order.next(operation);
    JsonObject members = JsonObject.EMPTY;
    for (int i = 0; i < with.length; i += 2) {
      members = members.with(with[i], new JsonString(with[i + 1]));
    }
    return with.length == 0 ? plain : Wishes.with(plain, members);
  }

  static Order example(String operation, String name) {
    return new Order(
        operation,
        Optional.empty(),
        Optional.of(name),
        false,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  static Order payload(String operation, JsonValue payload) {
    return new Order(
        operation,
        Optional.empty(),
        Optional.empty(),
        false,
        Map.of(),
        Optional.empty(),
        Optional.of(payload),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
