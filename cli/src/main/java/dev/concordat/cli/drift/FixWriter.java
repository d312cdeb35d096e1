package dev.concordat.cli.drift;

import dev.concordat.cli.console.Console;
import dev.concordat.drift.Judged;
import dev.concordat.drift.fix.StubFix;
import dev.concordat.report.WholeFile;
import dev.concordat.report.terminal.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes corrected stubs: in place, with the old file beside it, or into another folder.
final class FixWriter {
  private static final String BACKUP = ".bak";
  private static final int MAX_TOLD = 20;
  private static final int MAX_LINE = 300;

  private final Console console;
  private final Inputs inputs;
  private final DriftRequest.Fixing fixing;

  FixWriter(Console console, Inputs inputs, DriftRequest.Fixing fixing) {
    this.console = console;
    this.inputs = inputs;
    this.fixing = fixing;
  }

  /// Writes them, and says what was done and what is left to a person.
  void write(Judged judged) throws IOException {
    Map<String, List<StubFix.Task>> tasks = new TreeMap<>();
    for (Judged.Mended mended : judged.stubs()) {
      if (!mended.corrections().isEmpty()) {
        tasks
            .computeIfAbsent(mended.mock().file(), any -> new ArrayList<>())
            .add(new StubFix.Task(mended.mock(), mended.corrections()));
      }
    }
    int done = 0;
    List<String> left = new ArrayList<>();
    for (Map.Entry<String, List<StubFix.Task>> each : tasks.entrySet()) {
      String before = inputs.text(each.getKey());
      StubFix.Fixed fixed = StubFix.of(before, each.getValue());
      done += fixed.done();
      left.addAll(fixed.left());
      if (fixed.done() > 0) {
        write(each.getKey(), before, fixed.text());
      }
    }
    console.say(
        "concordat: put right: "
            + Words.count(done, "lie")
            + "; left to you: "
            + left.size()
            + (left.isEmpty() ? "." : ":"));
    left.stream()
        .limit(MAX_TOLD)
        .forEach(line -> console.say("    " + Words.shown(line, MAX_LINE)));
  }

  private void write(String file, String before, String after) throws IOException {
    Path target =
        fixing.into().map(folder -> folder.resolve(file)).orElse(inputs.root().resolve(file));
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (fixing.into().isEmpty()) {
      WholeFile.write(target.resolveSibling(target.getFileName() + BACKUP), before);
    }
    WholeFile.write(target, after);
    console.say("concordat: wrote " + target);
  }
}
