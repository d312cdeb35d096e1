package dev.concordat.wire.kafkalink;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// KafkaJS, installed by npm into a folder of its own.
record KafkaJsTableClient(Path folder) implements TableClient {
  private static final String VERSION = "2.2.4";
  private static final int INSTALL_SECONDS = 120;
  private static final int RUN_SECONDS = 60;
  private static final String SCRIPT =
      """
      const { Kafka, logLevel } = require('kafkajs');
      const [, , broker, topic, ...values] = process.argv;
      const kafka = new Kafka({ clientId: 'table', brokers: [broker], logLevel: logLevel.NOTHING });
      (async () => {
        const producer = kafka.producer();
        await producer.connect();
        for (const value of values) {
          await producer.send({ topic, messages: [{ value: Buffer.from(value, 'hex') }] });
        }
        await producer.disconnect();
        const consumer = kafka.consumer({ groupId: 'readers of ' + topic });
        await consumer.connect();
        await consumer.subscribe({ topics: [topic], fromBeginning: true });
        await consumer.run({
          eachMessage: async ({ message }) => {
            const value = message.value === null ? 'null' : message.value.toString('hex');
            console.log('got ' + value);
            if (value === values[values.length - 1]) {
              process.exit(0);
            }
          },
        });
      })();
      """;

  @Override
  public Optional<String> version() {
    try {
      Files.writeString(folder.resolve("client.js"), SCRIPT);
      Files.writeString(folder.resolve("package.json"), "{}");
      boolean isInstalled =
          run(
              List.of("npm", "install", "--no-audit", "--no-fund", "kafkajs@" + VERSION),
              INSTALL_SECONDS);
      return isInstalled ? Optional.of("KafkaJS " + VERSION) : Optional.empty();
    } catch (IOException notHere) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public List<Optional<String>> sendAndRead(String bootstrap, String topic, List<String> values)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("node", "client.js", bootstrap, topic));
    for (String value : values) {
      command.add(HexFormat.of().formatHex(value.getBytes(ISO_8859_1)));
    }
    if (!run(command, RUN_SECONDS)) {
      throw new AssertionError("KafkaJS did not get the last message: " + Files.readString(log()));
    }
    return Files.readAllLines(log()).stream()
        .filter(line -> line.startsWith("got "))
        .map(line -> line.substring("got ".length()))
        .map(
            hex ->
                hex.equals("null")
                    ? Optional.<String>empty()
                    : Optional.of(new String(HexFormat.of().parseHex(hex), ISO_8859_1)))
        .toList();
  }

  private Path log() {
    return folder.resolve("log");
  }

  private boolean run(List<String> command, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return false;
    }
    return process.exitValue() == 0;
  }
}
