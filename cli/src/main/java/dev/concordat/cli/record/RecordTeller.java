package dev.concordat.cli.record;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.report.terminal.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Tells what was recorded.
final class RecordTeller {
  private static final int MAX_LINES = 40;

  private final Console console;
  private final Path folder;

  RecordTeller(Console console, Path folder) {
    this.console = console;
    this.folder = folder;
  }

  void text(List<Recorded.Summary> all, List<String> troubles) {
    for (Recorded.Summary summary : all) {
      console
          .out()
          .println(
              "recorded "
                  + Words.count(summary.seen(), "exchange")
                  + ", "
                  + Words.count(summary.operations().size(), "operation")
                  + (summary.samples() > summary.seen()
                      ? " (of " + summary.samples() + " exchanges in all)"
                      : ""));
      lines("", summary.operations());
      lines("added: ", summary.added());
      lines("✗ not as written: ", summary.contradictions());
      lines("note: ", summary.notes());
      console.out().println("  written to " + shown(summary.folder()));
      lines("  ", summary.files());
    }
    troubles.forEach(trouble -> console.say("concordat: " + trouble + "."));
    if (all.isEmpty()) {
      console.out().println("recorded nothing: no request came");
    }
    console.out().flush();
  }

  private void lines(String before, List<String> lines) {
    lines.stream().limit(MAX_LINES).forEach(line -> console.out().println("  " + before + line));
    if (lines.size() > MAX_LINES) {
      console.out().println("  and " + (lines.size() - MAX_LINES) + " more");
    }
  }

  private String shown(Path path) {
    return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
  }

  void json(List<Recorded.Summary> all) {
    List<JsonValue> told = new ArrayList<>();
    for (Recorded.Summary summary : all) {
      told.add(
          JsonObject.EMPTY
              .with("folder", new JsonString(shown(summary.folder())))
              .with("exchanges", JsonNumber.of(summary.seen()))
              .with("samples", JsonNumber.of(summary.samples()))
              .with("operations", texts(summary.operations()))
              .with("files", texts(summary.files()))
              .with("added", texts(summary.added()))
              .with("contradictions", texts(summary.contradictions()))
              .with("notes", texts(summary.notes())));
    }
    console.out().println(JsonText.pretty(new JsonArray(told)));
    console.out().flush();
  }

  private static JsonArray texts(List<String> texts) {
    return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
  }
}
