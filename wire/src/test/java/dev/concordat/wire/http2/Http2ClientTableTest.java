package dev.concordat.wire.http2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.TableWorkers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Isolated;

/// Every fault of HTTP/2 and gRPC as real clients see it. The tables stand in `docs/reference/faults.md`:
/// `-Dfaults.update=true` writes them anew, otherwise they are compared, for each client that is here in the version that they were
/// made with.
@Isolated("clients measure time")
class Http2ClientTableTest {
  private static final int LOOKS = 5;
  private static final int ROWS_SIDE_BY_SIDE = 4;

  /// What no table says: the client gave up before it met the fault.
  private static final String NOT_MET = "the fault was not met: ";

  private static final Path PAGE =
      Path.of(System.getProperty("concordat.root", ".."), "docs/reference/faults.md");

  private static final List<String> HTTP_2 =
      List.of(
          "{\"fault\": \"reset-stream\", \"times\": 1}",
          "{\"fault\": {\"reset-stream\": {\"code\": \"REFUSED_STREAM\"}}, \"times\": 1}",
          "{\"fault\": {\"reset-stream\": {\"code\": \"CANCEL\", \"after\": 0}}, \"times\": 1}",
          "{\"fault\": {\"reset-stream\": {\"after\": 10}}, \"times\": 1}",
          "{\"fault\": \"goaway\", \"times\": 1}",
          "{\"fault\": {\"goaway\": \"ENHANCE_YOUR_CALM\"}, \"times\": 1}",
          "{\"fault\": {\"window-stall\": {\"after\": 4}}, \"times\": 1}",
          "{\"fault\": {\"flood\": {\"of\": \"ping\", \"count\": 100}}, \"times\": 1}",
          "{\"fault\": {\"flood\": {\"of\": \"settings\", \"count\": 100}}, \"times\": 1}",
          "{\"fault\": {\"status\": 503}, \"times\": 1}",
          "{\"fault\": \"html-error-page\", \"times\": 1}",
          "{\"fault\": {\"wrong-media-type\": \"text/plain\"}}",
          "{\"fault\": {\"wrong-length\": 10}, \"times\": 1}",
          "{\"fault\": {\"truncated-body\": 0.5}, \"times\": 1}",
          "{\"fault\": {\"reset-in-body\": 0.5}, \"times\": 1}",
          "{\"fault\": {\"edit-body\": [{\"set\": \"/status\", \"to\": null}]}, \"times\": 1}",
          "{\"fault\": {\"latency\": \"5s\"}, \"per\": \"message\", \"times\": 1}",
          "{\"fault\": \"silence\", \"per\": \"message\", \"times\": 1}");

  private static final List<String> GRPC =
      List.of(
          "{\"fault\": {\"grpc-status\": 14}, \"times\": 1}",
          "{\"fault\": {\"grpc-status\": {\"code\": 13, \"asks-provider\": true}}, \"times\": 1}",
          "{\"fault\": {\"abort-after-messages\": 2}, \"times\": 1}",
          "{\"fault\": {\"trailers\": \"missing\"}, \"times\": 1}",
          "{\"fault\": {\"trailers\": \"truncated\"}, \"times\": 1}",
          "{\"fault\": {\"trailers\": \"duplicated\"}, \"times\": 1}",
          "{\"fault\": {\"trailers\": \"corrupt\"}, \"times\": 1}",
          "{\"fault\": \"deadline-exceeded\", \"times\": 1}",
          "{\"fault\": {\"corrupt-message\": \"flag\"}, \"times\": 1}",
          "{\"fault\": {\"corrupt-message\": \"length\"}, \"times\": 1}",
          "{\"fault\": {\"corrupt-message\": \"huge\"}, \"times\": 1}",
          "{\"fault\": {\"reset-stream\": {\"after\": 0}}, \"times\": 1}",
          "{\"fault\": {\"status\": 503}, \"times\": 1}");

  @Test
  @Tag("slow")
  void everyFaultOfHttp2IsSeenByRealClientsAsTheTableSays(TestReporter reporter) throws Exception {
    try (EventLoops loops = EventLoops.open(1)) {
      check(
          "clients of HTTP/2",
          HTTP_2,
          List.of(
              new TableClients.Jdk(),
              new TableClients.Netty(loops),
              new TableClients.Curl(),
              new TableClients.Node()),
          loops,
          reporter);
    }
  }

  @Test
  void everyFaultOfGrpcIsSeenAsTheTableSays(TestReporter reporter) throws Exception {
    try (EventLoops loops = EventLoops.open(1)) {
      check("clients of gRPC", GRPC, List.of(new TableClients.Grpc(loops)), loops, reporter);
    }
  }

  private static void check(
      String what,
      List<String> rules,
      List<TableClient> clients,
      EventLoops loops,
      TestReporter reporter)
      throws Exception {
    String page = Files.readString(PAGE);
    String start = "<!-- what " + what + " see -->\n";
    int begin = page.indexOf(start) + start.length();
    int end = page.indexOf("<!-- end of what " + what + " see -->\n");
    Map<String, List<String>> written = written(page.substring(begin, end));
    boolean isUpdate = Boolean.getBoolean("faults.update");
    Map<String, TableClient> here = new LinkedHashMap<>();
    for (TableClient client : clients) {
      Optional<String> version = client.version();
      if (version.isEmpty() || (!isUpdate && !written.containsKey(version.get()))) {
        reporter.publishEntry("the table was not made with", version.orElse(client.toString()));
      } else {
        here.put(version.get(), client);
      }
    }
    Map<String, List<String>> seen = columns(here, rules, isUpdate ? Map.of() : written, loops);
    if (isUpdate) {
      seen.values().forEach(it -> assertThat(it).noneMatch(cell -> cell.startsWith(NOT_MET)));
      Files.writeString(PAGE, page.substring(0, begin) + table(rules, seen) + page.substring(end));
      return;
    }
    assertThat(seen).isNotEmpty();
    seen.forEach((version, cells) -> assertThat(cells).as(version).isEqualTo(written.get(version)));
  }

  /// Clients side by side, and of each several rows: they mostly wait.
  private static Map<String, List<String>> columns(
      Map<String, TableClient> clients,
      List<String> rules,
      Map<String, List<String>> written,
      EventLoops loops)
      throws Exception {
    try (var workers = new TableWorkers(ROWS_SIDE_BY_SIDE)) {
      for (var each : clients.entrySet()) {
        String _ = cell(each.getValue(), rules.getLast(), loops); // a first start takes its time
        List<String> expected = written.getOrDefault(each.getKey(), List.of());
        List<Callable<String>> cells = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
          String rule = rules.get(i);
          String wanted = i < expected.size() ? expected.get(i) : "";
          cells.add(() -> looked(each.getValue(), rule, wanted, loops));
        }
        workers.begin(each.getKey(), cells);
      }
      return workers.columns();
    }
  }

  /// A row that was not seen as it is written is looked at again: on a busy machine a client may give up too early.
  private static String looked(TableClient client, String rule, String wanted, EventLoops loops)
      throws Exception {
    String cell = cell(client, rule, loops);
    for (int look = 1; look < LOOKS && !wanted.isEmpty() && !cell.equals(wanted); look++) {
      cell = cell(client, rule, loops);
    }
    return cell;
  }

  private static String cell(TableClient client, String rule, EventLoops loops) throws Exception {
    try (var stage = new Http2Stage(loops)) {
      PlacedFault fault = stage.set(rule);
      List<String> saw = client.twice(stage.address("/orders/7"));
      if (fault.applied() == 0) {
        return NOT_MET + saw;
      }
      String cell = String.join("; ", saw);
      return rule.contains("ENHANCE_YOUR_CALM") // the end of the connection may come first
          ? cell.replace("stream reset", "request lost").replace("connection lost", "request lost")
          : cell;
    }
  }

  private static String table(List<String> rules, Map<String, List<String>> columns) {
    var text = new StringBuilder("| rule | ");
    text.append(String.join(" | ", columns.keySet())).append(" |\n");
    text.append("|---".repeat(columns.size() + 1)).append("|\n");
    for (int i = 0; i < rules.size(); i++) {
      text.append("| `").append(rules.get(i)).append('`');
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
    if (lines.size() > 2) {
      List<String> head = lines.getFirst();
      for (int i = 2; i < head.size(); i++) {
        int at = i;
        columns.put(
            head.get(i), lines.subList(2, lines.size()).stream().map(it -> it.get(at)).toList());
      }
    }
    return columns;
  }
}
