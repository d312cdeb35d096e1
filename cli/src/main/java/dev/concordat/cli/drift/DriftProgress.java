package dev.concordat.cli.drift;

import dev.concordat.cli.console.Console;
import dev.concordat.drift.DriftEvent;
import dev.concordat.report.terminal.Words;
import java.time.Duration;
import java.util.function.Consumer;

/// Shows a check while it goes on: one line that is drawn again on a terminal, a line every few seconds elsewhere.
final class DriftProgress implements Consumer<DriftEvent> {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Console console;
  private long drawnAt = System.nanoTime();

  DriftProgress(Console console) {
    this.console = console;
  }

  @Override
  public void accept(DriftEvent event) {
    long now = System.nanoTime();
    Duration pause = console.live() ? REDRAW : QUIET;
    if (now - drawnAt < pause.toNanos()) {
      return;
    }
    drawnAt = now;
    String text =
        event.done()
            + " of "
            + Words.count(event.all(), "stub")
            + ", "
            + event.lying()
            + (event.lying() == 1 ? " lies, " : " lie, ")
            + Words.count(event.requests(), "request");
    if (console.live()) {
      console.err().print("\r\u001b[K" + Words.shown(text, console.width()));
      console.err().flush();
    } else {
      console.say("  " + text);
    }
  }

  /// Takes the line away, so that the report can be printed.
  void end() {
    if (console.live()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
