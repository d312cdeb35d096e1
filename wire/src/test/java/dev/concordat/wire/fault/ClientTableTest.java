package dev.concordat.wire.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.authority.Authority;
import dev.concordat.wire.capture.EventLoops;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Every fault as real clients see it. The table stands in `docs/reference/faults.md`: `-Dfaults.update=true` writes it anew,
/// otherwise it is compared, for each client that is here in the version that the table was made with.
@Isolated("clients measure time")
class ClientTableTest {
  private static final int LOOKS = 5;
  private static final int ROWS_SIDE_BY_SIDE = 4;

  /// What no table says: the client gave up before it met the fault.
  private static final String NOT_MET = "the fault was not met: ";

  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/faults.md");
  @TempDir static Path folder;

  private static final String BEGIN = "<!-- what clients see -->\n";
  private static final String END = "<!-- end of what clients see -->\n";

  /// A rule and the method of the requests.
  ///
  /// @param told how many of the two outcomes are told: what comes after bytes too many is a matter of chance
  private record Row(String rule, String method, int told, boolean isTls) {
    Row(String rule, String method, int told) {
      this(rule, method, told, false);
    }

    Row(String rule) {
      this(rule, "GET", 2);
    }

    static Row tls(String rule) {
      return new Row(rule, "GET", 2, true);
    }
  }

  private static final List<Row> ROWS =
      List.of(
          new Row("{\"fault\": \"refuse\"}"),
          new Row("{\"fault\": \"refuse\", \"times\": 1}"),
          new Row("{\"fault\": \"unanswered-connect\"}"),
          new Row("{\"fault\": \"accept-silently\", \"times\": 1}"),
          new Row("{\"fault\": {\"slow-accept\": \"50ms\"}}"),
          new Row("{\"fault\": \"reset\"}"),
          new Row("{\"fault\": {\"reset\": {\"after\": 100}}}"),
          new Row("{\"fault\": \"empty-reply\"}"),
          new Row("{\"fault\": {\"close\": {\"after\": 100}}}"),
          new Row("{\"fault\": {\"limit-bytes\": 50}}"),
          new Row("{\"fault\": \"half-close\"}"),
          new Row("{\"fault\": {\"half-close\": {\"after\": 100}}}"),
          new Row("{\"fault\": \"silence\", \"per\": \"message\", \"times\": 1}"),
          new Row("{\"fault\": {\"stall\": {\"after\": 100}}, \"per\": \"message\", \"times\": 1}"),
          new Row("{\"fault\": {\"black-hole\": {\"close-after\": \"50ms\"}}}"),
          new Row("{\"fault\": {\"slice\": {\"bytes\": 7, \"variation\": 3, \"delay\": \"1ms\"}}}"),
          new Row("{\"fault\": {\"bandwidth\": 5000}}"),
          new Row("{\"fault\": {\"latency\": {\"uniform\": [\"1ms\", \"20ms\"]}}}"),
          new Row("{\"fault\": {\"latency\": \"5s\"}, \"per\": \"message\", \"times\": 1}"),
          new Row("{\"fault\": {\"slow-close\": \"50ms\"}}"),
          new Row("{\"fault\": \"reset\", \"direction\": \"request\"}"),
          new Row("{\"fault\": {\"close\": {\"after\": 20}}, \"direction\": \"request\"}"),
          new Row(
              "{\"fault\": \"silence\", \"per\": \"message\", \"direction\": \"request\", \"times\": 1}"),
          new Row("{\"fault\": {\"status\": 503}, \"times\": 1}"),
          new Row(
              "{\"fault\": {\"status\": {\"code\": 429, \"headers\": [\"Retry-After: 2\"]}}, \"quota\": {\"limit\": 1, \"in\": \"1m\"}}"),
          new Row("{\"fault\": \"redirect-loop\"}"),
          new Row("{\"fault\": \"html-error-page\", \"times\": 1}"),
          new Row("{\"fault\": {\"wrong-media-type\": \"text/plain\"}}"),
          new Row("{\"fault\": {\"wrong-length\": 10}, \"times\": 1}"),
          new Row("{\"fault\": {\"wrong-length\": -10}}", "GET", 1),
          new Row("{\"fault\": {\"truncated-body\": 0.5}, \"times\": 1}"),
          new Row("{\"fault\": {\"reset-in-body\": 0.5}, \"times\": 1}"),
          new Row("{\"fault\": \"malformed-chunk\", \"times\": 1}"),
          new Row("{\"fault\": \"garbage\", \"times\": 1}"),
          new Row("{\"fault\": \"duplicate-response\", \"times\": 1}"),
          new Row("{\"fault\": \"duplicate-request\"}", "POST", 2),
          new Row("{\"fault\": \"withheld-continue\"}", "POST", 2),
          new Row("{\"fault\": {\"slow-headers\": {\"pieces\": 5, \"during\": \"50ms\"}}}"),
          new Row("{\"fault\": {\"slow-body\": {\"pieces\": 5, \"during\": \"50ms\"}}}"),
          new Row(
              "{\"fault\": {\"edit-body\": [{\"set\": \"/status\", \"to\": null}]}, \"times\": 1}"),
          Row.tls("{\"fault\": {\"status\": 503}, \"times\": 1}"),
          Row.tls("{\"fault\": \"expired-certificate\", \"times\": 1}"),
          Row.tls("{\"fault\": \"wrong-host\", \"times\": 1}"),
          Row.tls("{\"fault\": \"untrusted-certificate\", \"times\": 1}"),
          Row.tls("{\"fault\": \"stalled-handshake\", \"times\": 1}"),
          Row.tls("{\"fault\": {\"truncated-body\": 0.5}, \"times\": 1}"),
          Row.tls("{\"fault\": {\"reset-in-body\": 0.5}, \"times\": 1}"));

  @Test
  @Tag("slow")
  void everyFaultIsSeenByRealClientsAsTheTableSays(TestReporter reporter) throws Exception {
    try (EventLoops loops = EventLoops.open(1)) {
      List<Client> clients =
          List.of(new JdkClient(), new NettyClient(loops), new CurlClient(), new NodeClient());
      Map<String, List<String>> columns = columns(clients, loops, reporter);
      String page = Files.readString(PAGE);
      int begin = page.indexOf(BEGIN) + BEGIN.length();
      int end = page.indexOf(END);
      if (Boolean.getBoolean("faults.update")) {
        columns.values().forEach(it -> assertThat(it).noneMatch(cell -> cell.startsWith(NOT_MET)));
        Files.writeString(PAGE, page.substring(0, begin) + table(columns) + page.substring(end));
        return;
      }
      Map<String, List<String>> written = written(page.substring(begin, end));
      columns.keySet().stream()
          .filter(version -> !written.containsKey(version))
          .forEach(version -> reporter.publishEntry("the table was not made with", version));
      columns.keySet().retainAll(written.keySet());
      assertThat(columns).isNotEmpty();
      for (Client client : clients) {
        String version = client.version().orElse("");
        List<String> seen = columns.get(version);
        List<String> expected = written.get(version);
        if (seen != null && expected != null) {
          assertThat(secondLook(client, seen, expected, loops)).as(version).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void everyFaultOfTheWrittenFormIsInATable() throws IOException {
    // Given no more than the names
    // When
    String page = Files.readString(PAGE);
    String tables = page.substring(page.indexOf(BEGIN));

    // Then
    assertThat(Settings.NAMES).allMatch(name -> tables.contains("\"" + name + "\""));
  }

  /// Rows that were not seen as they are written are looked at again, alone: on a busy machine a client may give up too early.
  private static List<String> secondLook(
      Client client, List<String> seen, List<String> written, EventLoops loops) throws Exception {
    List<String> again = new ArrayList<>(seen);
    for (int i = 0; i < seen.size(); i++) {
      for (int look = 1; look < LOOKS && !again.get(i).equals(written.get(i)); look++) {
        again.set(i, cell(client, ROWS.get(i), loops));
      }
    }
    return again;
  }

  /// Clients side by side, and of each several rows: they mostly wait.
  private static Map<String, List<String>> columns(
      List<Client> clients, EventLoops loops, TestReporter reporter) throws Exception {
    try (var workers = new TableWorkers(ROWS_SIDE_BY_SIDE)) {
      for (Client client : clients) {
        Optional<String> version = client.version();
        if (version.isPresent()) {
          List<Callable<String>> cells = new ArrayList<>();
          ROWS.forEach(row -> cells.add(() -> cell(client, row, loops)));
          workers.begin(version.get(), cells);
        } else {
          reporter.publishEntry("not here", client.getClass().getSimpleName());
        }
      }
      return workers.columns();
    }
  }

  private static String cell(Client client, Row row, EventLoops loops) throws Exception {
    Authority authority = authority();
    try (var stage = row.isTls() ? new FaultStage(loops, authority) : new FaultStage(loops)) {
      PlacedFault fault = stage.set(row.rule());
      URI address =
          URI.create(
              (row.isTls() ? "https" : "http")
                  + "://127.0.0.1:"
                  + stage.link.address().getPort()
                  + "/orders/7");
      List<String> saw = client.twice(address, row.method(), authority);
      boolean isShut =
          row.rule().equals("{\"fault\": \"refuse\"}") || row.rule().contains("unanswered-connect");
      if (!isShut && fault.applied() == 0) {
        return NOT_MET + saw;
      }
      return String.join("; ", saw.subList(0, Math.min(row.told(), saw.size())));
    }
  }

  private static synchronized Authority authority() throws IOException {
    return Authority.at(folder.resolve("authority"), Clock.systemUTC());
  }

  private static String table(Map<String, List<String>> columns) {
    var text = new StringBuilder("| rule | ");
    text.append(String.join(" | ", columns.keySet())).append(" |\n");
    text.append("|---".repeat(columns.size() + 1)).append("|\n");
    for (int i = 0; i < ROWS.size(); i++) {
      Row row = ROWS.get(i);
      text.append("| `").append(row.rule()).append('`');
      text.append(row.method().equals("GET") ? "" : " (POST)").append(row.isTls() ? " (TLS)" : "");
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
