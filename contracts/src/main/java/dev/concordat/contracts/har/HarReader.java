package dev.concordat.contracts.har;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads HTTP archives (HAR 1.2), as stubs or as the exchanges that were seen.
public final class HarReader {
  private static final Set<String> LOG =
      Set.of("version", "creator", "browser", "pages", "entries", "comment");

  private static final Set<String> VERSIONS = Set.of("1.1", "1.2");

  private HarReader() {}

  /// What was seen, and what of the archive is wrong.
  public record Archive(List<HttpExchange> exchanges, List<Problem> problems) {
    public Archive {
      exchanges = List.copyOf(exchanges);
      problems = List.copyOf(problems);
    }
  }

  /// Whether a document is an archive.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode file
        && file.get("log").orElse(null) instanceof ObjectNode log
        && log.get("entries").orElse(null) instanceof ArrayNode;
  }

  /// A stub for each entry.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    var stubs = entries(document, fields).stream().map(EntryStubs::of).toList();
    String file = document.file();
    return new StubContract(ContractKind.HAR, file, file, "", stubs, fields.problems());
  }

  /// An exchange for each entry. Archives that are not our own do not say who asked: the consumer is then `unknown`, and
  /// the provider the host.
  public static Archive exchanges(Document document) {
    var fields = new FieldReader("stub", document.problems());
    var exchanges = new ArrayList<HttpExchange>();
    for (Entry entry : entries(document, fields)) {
      exchanges.add(exchange(entry, exchanges.size() + 1));
    }
    return new Archive(exchanges, fields.problems());
  }

  private static HttpExchange exchange(Entry entry, int number) {
    OwnFields own = entry.own();
    return new HttpExchange(
        own.id().orElse("x" + number),
        new LinkName(own.consumer().orElse("unknown"), own.provider().orElse(entry.url().host())),
        entry.at(),
        entry.duration(),
        own.traceId(),
        entry.request(),
        entry.response(),
        entry.failure());
  }

  private static List<Entry> entries(Document document, FieldReader fields) {
    if (!(document.root() instanceof ObjectNode file)) {
      return List.of();
    }
    return fields
        .object(file, "log")
        .map(
            log -> {
              checkLog(log, fields);
              var reader = new EntryReader(fields);
              return fields.objects(log, "entries", "an entry").stream()
                  .flatMap(entry -> reader.read(entry).stream())
                  .toList();
            })
        .orElse(List.of());
  }

  private static void checkLog(ObjectNode log, FieldReader fields) {
    fields.expectOnly(log, "the log", LOG);
    Reading.text(log, "version")
        .filter(version -> !VERSIONS.contains(version))
        .ifPresent(
            version ->
                fields.warning(
                    "unknown-version",
                    log.get("version").orElse(log).place(),
                    "the archive is of version " + version + "; 1.1 and 1.2 are known",
                    "what both have is read; check the rest"));
  }
}
