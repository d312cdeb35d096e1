package dev.concordat.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.stub.Golden;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncApiReaderTest {
  @TempDir private Path workspace;

  private AsyncApiContract read(String yaml) {
    var documents = new Documents(workspace);
    return new AsyncApiReader(documents).read(document(documents, yaml));
  }

  private static Document document(Documents documents, String yaml) {
    return documents.parse("asyncapi.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsRepliesServersSecurityAndBindings() {
    // When
    AsyncApiContract contract =
        read(
            """
            asyncapi: 3.0.0
            info: {title: Stock, version: 1.0.0}
            servers:
              live:
                host: '{region}.kafka.example:9092'
                protocol: kafka
                variables: {region: {enum: [eu, us], default: eu}}
                security: [{$ref: '#/components/securitySchemes/scram'}]
                bindings: {kafka: {schemaRegistryUrl: 'https://registry.example'}}
            channels:
              requests:
                address: stock.{region}
                parameters: {region: {enum: [eu, us], location: $message.payload#/region}}
                messages: {reserve: {correlationId: {location: $message.header#/id}, payload: {}}}
                bindings:
                  kafka: {partitions: 3, topicConfiguration: {cleanup.policy: [compact]}}
              answers:
                address: null
                messages: {reserved: {payload: {}}, refused: {payload: {}}}
            operations:
              reserve:
                action: receive
                channel: {$ref: '#/channels/requests'}
                traits: [{$ref: '#/components/operationTraits/grouped'}]
                bindings: {kafka: {clientId: {const: own}}}
                reply:
                  address: {location: $message.header#/replyTo}
                  channel: {$ref: '#/channels/answers'}
                  messages: [{$ref: '#/channels/answers/messages/reserved'}]
            components:
              securitySchemes: {scram: {type: scramSha256}}
              operationTraits:
                grouped: {bindings: {kafka: {groupId: {const: stock}, clientId: {const: trait}}}}
            """);

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.servers())
        .singleElement()
        .satisfies(
            server -> {
              assertThat(server.host()).isEqualTo("{region}.kafka.example:9092");
              assertThat(server.variables().getFirst().values()).containsExactly("eu", "us");
              assertThat(server.security())
                  .extracting(use -> use.name() + " " + use.type())
                  .containsExactly("scram scramSha256");
            });
    ChannelOperation reserve = contract.operation("reserve").orElseThrow();
    assertThat(reserve.channel().bindings())
        .singleElement()
        .isInstanceOfSatisfying(
            KafkaBinding.OfChannel.class, kafka -> assertThat(kafka.partitions()).contains(3));
    assertThat(reserve.bindings())
        .singleElement()
        .isInstanceOfSatisfying(
            KafkaBinding.OfOperation.class,
            kafka -> {
              assertThat(kafka.groupId().orElseThrow().accepts(new JsonString("stock"))).isTrue();
              assertThat(kafka.clientId().orElseThrow().accepts(new JsonString("own"))).isTrue();
            });
    Reply reply = reserve.reply().orElseThrow();
    assertThat(reply.address().orElseThrow()).hasToString("$message.header#/replyTo");
    assertThat(reply.messages()).extracting(MessageSpec::name).containsExactly("reserved");
    assertThat(reserve.messages().getFirst().correlationId().orElseThrow().location())
        .hasToString("$message.header#/id");
  }

  @Test
  void traitsOverrideInTheSecondVersionAndNotInTheThird() {
    String message = "{name: own, traits: [{name: first}, {name: trait, contentType: text/plain}]}";

    assertThat(
            read("asyncapi: 3.0.0\nchannels: {a: {messages: {m: " + message + "}}}")
                .channels()
                .getFirst()
                .messages())
        .extracting(spec -> spec.name() + " " + spec.contentType())
        .containsExactly("own text/plain");
    assertThat(
            read("asyncapi: 2.6.0\nchannels: {a: {publish: {message: " + message + "}}}")
                .channels()
                .getFirst()
                .messages())
        .extracting(spec -> spec.name() + " " + spec.contentType())
        .containsExactly("trait text/plain");
  }

  @Test
  void readsServersSecurityAndParametersOfTheSecondVersion() {
    // When
    AsyncApiContract contract =
        read(
            """
            asyncapi: 2.6.0
            info: {title: Lights, version: 1.0.0}
            servers:
              live: {url: 'mqtt://broker.example:1883/lights', protocol: mqtt, security: [{key: [a]}],
                bindings: {mqtt: {clientId: c, lastWill: {topic: /gone, qos: 2}, keepAlive: 60}}}
            channels:
              light/{id}:
                parameters: {id: {schema: {type: integer}}}
                bindings: {ws: {method: GET, query: {type: object, properties: {a: {}}}}}
                subscribe:
                  bindings: {mqtt: {qos: 1, retain: true}, amqp: {deliveryMode: 2, cc: [a]}}
                  message: {payload: {type: string}}
            components: {securitySchemes: {key: {type: userPassword}}}
            """);

    // Then
    assertThat(contract.problems()).isEmpty();
    Server live = contract.servers().getFirst();
    assertThat(live.host() + " " + live.pathname()).isEqualTo("broker.example:1883 /lights");
    assertThat(live.security().getFirst().scopes()).containsExactly("a");
    assertThat(live.bindings().getFirst())
        .isInstanceOfSatisfying(
            MqttBinding.OfServer.class,
            mqtt -> assertThat(mqtt.lastWill().orElseThrow().qos()).contains(2));
    assertThat(contract.operations().getFirst().bindings())
        .extracting(binding -> binding.getClass().getSimpleName() + " " + binding.protocol())
        .containsExactly("OfOperation mqtt", "OfOperation amqp");
    assertThat(contract.channels().getFirst().bindings().getFirst())
        .isInstanceOfSatisfying(
            WebSocketBinding.OfChannel.class, ws -> assertThat(ws.method()).contains("GET"));
  }

  @Test
  void aPayloadMayBeAvroInAFileInPlaceOrAsText() throws IOException {
    // Given
    String order = "{\"type\": \"record\", \"name\": \"Order\", \"fields\": []}";
    Files.writeString(workspace.resolve("order.avsc"), order);

    // When
    AsyncApiContract contract =
        read(
            """
            asyncapi: 3.0.0
            info: {title: Orders, version: 1.0.0}
            channels:
              orders:
                messages:
                  file: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0,
                    schema: {$ref: ./order.avsc}}}
                  place: {payload: {schemaFormat: application/vnd.apache.avro+yaml;version=1.12.0,
                    schema: {type: record, name: Order, fields: []}}}
                  text: {payload: {schemaFormat: application/vnd.apache.avro+json;version=1.9.0,
                    schema: '%s'}}
                  name: {payload: {schemaFormat: application/vnd.apache.avro;version=1.9.0,
                    schema: string}}
            """
                .formatted(order));

    // Then
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.channels().getFirst().messages())
        .extracting(
            spec ->
                spec.content().orElseThrow() instanceof MessageContent.OfAvro(var schema)
                    ? schema.name()
                    : "")
        .containsExactly("Order", "Order", "Order", "string");
  }

  @Nested
  class Failures {
    @Test
    void tellsWhatIsWrongAndReadsTheRest() throws IOException {
      // Given
      var documents = new Documents(workspace);
      Document document =
          document(
              documents,
              """
              asyncapi: 3.0.0
              info: {title: Broken, version: 1.0.0}
              servers:
                live: {protocol: kafka, security: [{scrm: []}],
                  bindings: {kafka: {schemaRegistryVendor: confluent}, kafak: {}}}
              channels:
                good: {address: good, messages: {m: {payload: {type: string}}}}
                orders:
                  address: orders.{region}
                  parameters: {regoin: {enum: [eu], default: us, location: message.payload#/a}}
                  bindings:
                    kafka: {partitions: 0, replica: 1, topicConfiguration: {cleanup.policy: [del]}}
                    amqp: {is: que, queue: {name: 1, durabel: true}}
                    ws: {method: PUT, query: 1}
                  messages:
                    a:
                      correlationId: {location: $message.heder#/id}
                      payload: {schemaFormat: application/vnd.google.protobuf;version=3, schema: x}
                      bindings: {kafka: {schemaIdLocation: body}, mqtt: {payloadFormatIndicator: 2}}
                    b:
                      correlationId: {}
                      payload: {type: record, name: A, fields: []}
                    c: {payload: {schemaFormat: application/raml+yaml;version=1.0, schema: x}}
                    d:
                      payload: {schemaFormat: application/vnd.apache.avro, schema: {type: recrod}}
                    e:
                      payload: {schemaFormat: application/vnd.apache.avro, schema: int}
                      examples: [{payload: x}]
              operations:
                broken: {action: send, channel: {$ref: '#/channels/none'}}
                sends:
                  action: send
                  channel: {$ref: '#/channels/orders'}
                  messages: [{$ref: '#/channels/good/messages/m'}]
                  bindings: {mqtt: {qos: 3}, amqp: {deliveryMode: 0}}
                  reply: {channel: {$ref: '#/channels/good'},
                    address: {location: $message.header#/to}}
                takes: {action: receive, channel: {$ref: '#/channels/good'},
                  reply: {channel: {$ref: '#/channels/noo'}}}
              components: {securitySchemes: {scram: {type: plain}}}
              """);

      // When
      AsyncApiContract contract = new AsyncApiReader(documents).read(document);

      // Then
      assertThat(contract.operations())
          .extracting(ChannelOperation::id)
          .containsExactly("sends", "takes");
      Golden.assertProblems(getClass(), "problems.golden", document, contract.problems());
    }
  }
}
