package dev.concordat.cli.console;

import dev.concordat.model.finding.Finding;
import dev.concordat.model.run.Progress;
import dev.concordat.report.terminal.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Shows what happens while it happens: on a terminal one line that is drawn again and lines that stay; elsewhere plain
/// lines only, at most one every {@link #QUIET} for the cases.
public final class ProgressLines implements Consumer<Progress>, AutoCloseable {
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration REDRAW = Duration.ofMillis(80);

  private final Console console;
  private final LongSupplier nanoClock;
  private final Map<String, String> running = new LinkedHashMap<>();
  private long drawnAt;
  private int found;
  private String cases = "";

  public ProgressLines(Console console, LongSupplier nanoClock) {
    this.console = console;
    this.nanoClock = nanoClock;
    this.drawnAt = nanoClock.getAsLong() - QUIET.toNanos();
  }

  @Override
  public synchronized void accept(Progress progress) {
    switch (progress) {
      case Progress.Started(String subject, String what) -> started(subject, what);
      case Progress.Done(String subject, String what, Duration took) -> done(subject, what, took);
      case Progress.Cases(int done, int total, String current) -> cases(done, total, current);
      case Progress.Found(Finding finding) -> found(finding);
      case Progress.Said(String text) -> line(text);
    }
  }

  private void started(String subject, String what) {
    running.put(subject + what, what + " " + subject);
    if (console.live()) {
      draw();
    }
  }

  private void done(String subject, String what, Duration took) {
    running.remove(subject + what);
    line(String.format("  %-22s %s", subject, what + " " + Words.duration(took)));
  }

  private void cases(int done, int total, String current) {
    cases = done + "/" + total + " cases";
    Duration pause = console.live() ? REDRAW : QUIET;
    if (nanoClock.getAsLong() - drawnAt < pause.toNanos() && done < total) {
      return;
    }
    drawnAt = nanoClock.getAsLong();
    if (console.live()) {
      running.clear();
      running.put("case", current);
      draw();
    } else {
      console.say("  " + cases + ", " + Words.count(found, "finding") + " so far");
    }
  }

  private void found(Finding finding) {
    found++;
    line(
        "  "
            + (console.live() ? "✗ " : "found ")
            + finding.rule().id()
            + "  "
            + finding.operation()
            + (finding.pointer().isEmpty() ? "" : "  " + finding.pointer())
            + "  ("
            + finding.system()
            + ")");
  }

  private void line(String text) {
    erase();
    console.say(Words.shown(text, 4 * console.width()));
    if (console.live()) {
      draw();
    }
  }

  private void draw() {
    String text =
        (cases.isEmpty()
                ? ""
                : cases + (found == 0 ? "" : ", " + Words.count(found, "finding")) + " · ")
            + String.join(", ", running.values());
    console.err().print("\r\u001b[K" + Words.shown(text, console.width()));
    console.err().flush();
  }

  private void erase() {
    if (console.live()) {
      console.err().print("\r\u001b[K");
    }
  }

  /// Clears the live line, so that something else can be written.
  public synchronized void clear() {
    erase();
    console.err().flush();
  }

  @Override
  public void close() {
    clear();
  }
}
