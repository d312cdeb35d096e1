package dev.concordat.cli.record;

import dev.concordat.cli.console.Console;
import dev.concordat.report.terminal.Words;
import java.util.List;

/// How much was recorded so far: a line drawn again on a terminal, elsewhere a line whenever there is much more.
final class RecordProgress implements AutoCloseable {
  private final Console console;
  private final Providers providers;
  private long told;
  private long nextLine = 100;

  RecordProgress(Console console, Providers providers) {
    this.console = console;
    this.providers = providers;
  }

  void tell() {
    List<Recorded> all = providers.all();
    long seen = all.stream().mapToLong(Recorded::count).sum();
    if (seen == told) {
      return;
    }
    told = seen;
    int operations = all.stream().mapToInt(Recorded::operations).sum();
    String text =
        Words.count(seen, "exchange") + ", " + Words.count(operations, "operation") + " so far";
    if (console.live()) {
      console.err().print("\r\u001b[K" + text);
      console.err().flush();
    } else if (seen >= nextLine) {
      console.say("  " + text);
      nextLine = seen * 2;
    }
  }

  /// Takes the line away, so that something else can be written.
  void clear() {
    if (console.live()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
