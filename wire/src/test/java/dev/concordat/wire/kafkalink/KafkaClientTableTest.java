package dev.concordat.wire.kafkalink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.kafka.Broker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Every fault of messages as real clients see it. The table stands in `docs/reference/faults.md`: `-Dfaults.update=true` writes it
/// anew, otherwise it is compared, for each client that is here in the version that it was made with.
@Tag("slow")
@Order(1)
class KafkaClientTableTest {
  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/faults.md");
  private static final String BEGIN = "<!-- what clients of Kafka see -->\n";
  private static final String END = "<!-- end of what clients of Kafka see -->";
  private static final String FRAME = "\0\0\0\0\u0005";

  private static final List<String> SENT =
      List.of(FRAME + "one", FRAME + "two", FRAME + "three", FRAME + "end");

  private static final List<String> RULES =
      List.of(
          "{\"fault\": \"drop-message\", \"after\": 1, \"times\": 1}",
          "{\"fault\": \"drop-message\", \"times\": 3}",
          "{\"fault\": \"duplicate-message\", \"after\": 1, \"times\": 1}",
          "{\"fault\": \"reorder-messages\", \"after\": 1, \"times\": 1}",
          "{\"fault\": {\"delay-message\": \"300ms\"}, \"after\": 1, \"times\": 1}",
          "{\"fault\": \"poison-message\", \"after\": 1, \"times\": 1}",
          "{\"fault\": {\"poison-message\": \"not JSON\"}, \"after\": 1, \"times\": 1}",
          "{\"fault\": \"oversized-message\", \"after\": 1, \"times\": 1}",
          "{\"fault\": \"unknown-schema-id\", \"after\": 1, \"times\": 1}",
          "{\"fault\": \"tombstone\", \"after\": 1, \"times\": 1}",
          "{\"fault\": {\"reset\": {\"after\": 100}}, \"times\": 1}",
          "{\"fault\": {\"latency\": \"20ms\"}}",
          "{\"fault\": {\"slice\": {\"bytes\": 7}}}");

  @Test
  void everyFaultOfMessagesIsSeenByRealClientsAsTheTableSays(
      @TempDir Path folder, TestReporter reporter) throws Exception {
    // Given
    Map<String, List<String>> seen = new LinkedHashMap<>();
    try (EventLoops loops = EventLoops.open(1);
        var broker = new Broker(Files.createDirectory(folder.resolve("broker")))) {
      List<TableClient> clients =
          List.of(
              new JavaTableClient(true),
              new JavaTableClient(false),
              new KafkaJsTableClient(Files.createDirectory(folder.resolve("js"))));
      seen.putAll(columns(clients, broker, loops, reporter));
    }

    // When
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);

    // Then
    if (Boolean.getBoolean("faults.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + table(seen) + page.substring(end));
    } else {
      Map<String, List<String>> written = written(page.substring(begin, end));
      assertThat(written).isNotEmpty();
      seen.forEach(
          (client, cells) -> {
            if (written.containsKey(client)) {
              assertThat(cells).as(client).isEqualTo(written.get(client));
            }
          });
    }
  }

  /// Clients side by side: each has topics of its own, and they mostly wait.
  private static Map<String, List<String>> columns(
      List<TableClient> clients, Broker broker, EventLoops loops, TestReporter reporter)
      throws Exception {
    Map<String, Future<List<String>>> running = new LinkedHashMap<>();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(clients.size())) {
      for (int i = 0; i < clients.size(); i++) {
        TableClient client = clients.get(i);
        String name = "client-" + i;
        Optional<String> version = client.version();
        if (version.isPresent()) {
          running.put(version.get(), workers.submit(() -> column(client, name, broker, loops)));
        } else {
          reporter.publishEntry("not here", client.getClass().getSimpleName());
        }
      }
      for (var each : running.entrySet()) {
        columns.put(each.getKey(), each.getValue().get());
      }
    }
    return columns;
  }

  private static List<String> column(
      TableClient client, String name, Broker broker, EventLoops loops) throws Exception {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < RULES.size(); i++) {
      String topic = name + "-" + i;
      broker.create(topic, 1);
      try (var stage = new Stage(broker, loops)) {
        var fault = stage.set(RULES.get(i));
        List<Optional<String>> got = client.sendAndRead(stage.bootstrap(), topic, SENT);
        assertThat(fault.applied()).as(RULES.get(i) + " was applied").isPositive();
        cells.add(String.join(", ", got.stream().map(KafkaClientTableTest::word).toList()));
      }
    }
    return cells;
  }

  private static String word(Optional<String> value) {
    if (value.isEmpty()) {
      return "null";
    }
    String text = value.get();
    if (!text.startsWith("\0")) {
      boolean isText = text.chars().allMatch(it -> it >= ' ' && it < 0x7f);
      return isText ? "\"" + text + "\"" : text.length() + " bytes that are no text";
    }
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    int schema = ByteBuffer.wrap(bytes).getInt(1);
    String content = text.substring(FRAME.length()).strip();
    return content
        + (schema == 5 ? "" : " of schema " + schema)
        + (content.length() + FRAME.length() == bytes.length
            ? ""
            : " in " + bytes.length + " bytes");
  }

  private static String table(Map<String, List<String>> columns) {
    var text = new StringBuilder("| rule | ");
    text.append(String.join(" | ", columns.keySet())).append(" |\n");
    text.append("|---".repeat(columns.size() + 1)).append("|\n");
    for (int i = 0; i < RULES.size(); i++) {
      text.append("| `").append(RULES.get(i)).append('`');
      for (List<String> column : columns.values()) {
        text.append(" | ").append(column.get(i));
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static Map<String, List<String>> written(String table) {
    List<List<String>> lines = table.lines().map(line -> List.of(line.split(" *\\| *"))).toList();
    Map<String, List<String>> columns = new LinkedHashMap<>();
    List<String> head = lines.getFirst();
    for (int i = 2; i < head.size(); i++) {
      int at = i;
      columns.put(
          head.get(i), lines.subList(2, lines.size()).stream().map(it -> it.get(at)).toList());
    }
    return columns;
  }
}
