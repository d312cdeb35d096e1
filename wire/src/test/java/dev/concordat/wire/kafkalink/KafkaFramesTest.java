package dev.concordat.wire.kafkalink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.capture.EventLoops;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The link as bytes: a client and a broker that follow a script.
class KafkaFramesTest {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final short UNKNOWN_API = 9_999;

  private final EventLoops loops = EventLoops.open(1);
  private ServerSocket listener;
  private KafkaLink link;
  private Socket client;
  private Socket broker;

  @BeforeEach
  void connect() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    listener.setSoTimeout(PATIENCE_MILLIS);
    link =
        KafkaLink.open(
            new LinkName("orders", "kafka"),
            (InetSocketAddress) listener.getLocalSocketAddress(),
            loops);
    client = new Socket("127.0.0.1", link.address().getPort());
    client.setSoTimeout(PATIENCE_MILLIS);
    broker = listener.accept();
    broker.setSoTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    broker.close();
    link.close();
    listener.close();
    loops.close();
  }

  @Test
  void framesOfAnApiThatIsNotKnownPassBitForBitAlsoSeveralAtOnce() throws IOException {
    // Given
    byte[] requests = new byte[0];
    byte[] answers = new byte[0];
    for (int i = 0; i < 5; i++) {
      requests = joined(requests, frame(UNKNOWN_API, 3, i, 10 + 70_000 * i));
      answers = joined(answers, answer(i, 5 + 70_000 * i));
    }

    // When
    byte[] asked = pass(client, requests, broker);
    byte[] answered = pass(broker, answers, client);

    // Then
    assertThat(asked).isEqualTo(requests);
    assertThat(answered).isEqualTo(answers);
  }

  @Test
  void anAnswerThatNobodyAskedForPasses() throws IOException {
    // Given
    byte[] answer = answer(77, 20);

    // When
    byte[] got = pass(broker, answer, client);

    // Then
    assertThat(got).isEqualTo(answer);
  }

  @Test
  void aHalfOfAConnectionThatEndsLeavesTheOther() throws IOException {
    // Given
    pass(client, frame(UNKNOWN_API, 0, 1, 12), broker);
    client.shutdownOutput();
    int end = broker.getInputStream().read();

    // When
    byte[] got = pass(broker, answer(1, 30), client);

    // Then
    assertThat(end).isEqualTo(-1);
    assertThat(got).hasSize(34);
  }

  @Test
  void aBrokerThatIsNewerIsHeldToWhatTheLinkReads() throws IOException {
    // Given
    pass(client, frame(ApiKeys.API_VERSIONS.id, 0, 4, 10), broker);
    var body = new ApiVersionsResponseData();
    body.apiKeys().add(version(ApiKeys.FETCH.id, 99));
    body.apiKeys().add(version(UNKNOWN_API, 99));

    // When
    broker.getOutputStream().write(written(4, body));
    ByteBuffer got = ByteBuffer.wrap(read(client));

    // Then
    var in = new ByteBufferAccessor(got.position(8));
    assertThat(new ApiVersionsResponseData(in, (short) 0).apiKeys())
        .extracting(ApiVersionsResponseData.ApiVersion::maxVersion)
        .containsExactly(ApiKeys.FETCH.latestVersion(true), (short) 99);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7fffffff|a client sent a frame of 2147483647 bytes, and a frame of Kafka has 8 to"
            + " 268435456",
        "00000003|a client sent a frame of 3 bytes, and a frame of Kafka has 8 to 268435456",
        "ffffffff|a client sent a frame of 4294967295 bytes, and a frame of Kafka has 8 to"
            + " 268435456",
        "16030100|a client sent a frame of 369295616 bytes, and a frame of Kafka has 8 to"
            + " 268435456: this looks like TLS, which the link does not speak",
        "47455420|a client sent a frame of 1195725856 bytes, and a frame of Kafka has 8 to"
            + " 268435456: this looks like HTTP",
        "00000008001100010000000100|a client signs in with SASL, which the link does not speak: let"
            + " it connect with the protocol PLAINTEXT",
        "0000000c00000009000000010000000000|what passed could not be read as Kafka: "
      })
  void whatIsNotKafkaEndsTheConnectionAndTheLinkSaysWhy(String bytes, String why)
      throws IOException {
    // When
    client.getOutputStream().write(HexFormat.of().parseHex(bytes));
    int atClient = client.getInputStream().read();
    int atBroker = broker.getInputStream().read();

    // Then
    assertThat(atClient).isEqualTo(-1);
    assertThat(atBroker).isEqualTo(-1);
    assertThat(link.counts().lastFailure().orElseThrow()).startsWith(why);
    assertThat(link.counts().notSpoken().keySet())
        .isEqualTo(
            why.contains("TLS") ? Set.of("TLS") : why.contains("SASL") ? Set.of("SASL") : Set.of());
  }

  @Test
  void aClientIsCutOffWhereNoBrokerListens() throws IOException {
    // Given
    listener.close();

    // When
    try (var late = new Socket("127.0.0.1", link.address().getPort())) {
      late.setSoTimeout(PATIENCE_MILLIS);
      int end = late.getInputStream().read();

      // Then
      assertThat(end).isEqualTo(-1);
      assertThat(link.counts().lastFailure().orElseThrow())
          .startsWith("no connection to the broker");
    }
  }

  private static byte[] frame(short api, int version, int correlation, int length) {
    ByteBuffer frame = ByteBuffer.allocate(4 + length);
    frame.putInt(length).putShort(api).putShort((short) version).putInt(correlation);
    return filled(frame);
  }

  private static byte[] answer(int correlation, int length) {
    return filled(ByteBuffer.allocate(4 + length).putInt(length).putInt(correlation));
  }

  private static byte[] filled(ByteBuffer frame) {
    byte[] rest = new byte[frame.remaining()];
    new Random(frame.capacity()).nextBytes(rest);
    return frame.put(rest).array();
  }

  private static byte[] written(int correlation, ApiVersionsResponseData body) {
    var cache = new ObjectSerializationCache();
    int size = body.size(cache, (short) 0);
    ByteBuffer frame = ByteBuffer.allocate(8 + size).putInt(4 + size).putInt(correlation);
    body.write(new ByteBufferAccessor(frame), cache, (short) 0);
    return frame.array();
  }

  private static ApiVersionsResponseData.ApiVersion version(short api, int most) {
    return new ApiVersionsResponseData.ApiVersion().setApiKey(api).setMaxVersion((short) most);
  }

  private static byte[] pass(Socket from, byte[] bytes, Socket to) throws IOException {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                from.getOutputStream().write(bytes);
              } catch (IOException _) {
                // The reader gets less than it waits for, and says so.
              }
            });
    return to.getInputStream().readNBytes(bytes.length);
  }

  private static byte[] read(Socket from) throws IOException {
    var in = new DataInputStream(from.getInputStream());
    int length = in.readInt();
    return joined(ByteBuffer.allocate(4).putInt(length).array(), in.readNBytes(length));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
