package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.report.terminal.Words;
import java.time.Duration;

/// Says what is being done, for work that takes more than a second: on a terminal on one line that is drawn again, elsewhere
/// as a line every ten seconds.
final class Phases implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private static final int TURNS_PER_SAYING = 6;

  private final Console console;
  private final Thread clock;
  private volatile String phase = "";
  private boolean isDrawn;
  private String said = "";
  private int quiet;
  private boolean isClosed;

  Phases(Console console) {
    this.console = console;
    this.clock = Thread.ofPlatform().daemon().name("concordat-phases").start(this::run);
  }

  /// Begins something else.
  void enter(String text) {
    phase = text;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(console.live() ? PATIENCE : QUIET);
        draw();
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (isClosed) {
      return;
    }
    String text = Words.shown(phase + " …", console.width());
    if (console.live()) {
      console.err().print("\r\u001b[K" + text);
      console.err().flush();
      isDrawn = true;
    } else {
      // A phase that goes on is said once more only after a while.
      boolean isNews = !text.equals(said);
      quiet = isNews ? 0 : quiet + 1;
      if (quiet % TURNS_PER_SAYING == 0) {
        console.say(text);
        said = text;
      }
    }
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    clock.interrupt();
    if (isDrawn) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
