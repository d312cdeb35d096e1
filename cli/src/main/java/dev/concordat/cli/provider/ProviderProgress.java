package dev.concordat.cli.provider;

import dev.concordat.cli.console.Console;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.run.RunEvent;
import dev.concordat.conform.talk.Trial;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.report.terminal.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/// Shows a run while it goes on: one line that is drawn again on a terminal, a line every few seconds elsewhere; and, of a dry
/// run, what would be sent.
final class ProviderProgress implements Consumer<RunEvent>, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Console console;
  private final Limits limits;
  private final long start = System.nanoTime();
  private long drawnAt = start;
  private String phase = "reaching every operation";
  private int sent;
  private int suspected;

  ProviderProgress(Console console, Limits limits) {
    this.console = console;
    this.limits = limits;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    switch (event) {
      case RunEvent.Began(var next) ->
          phase =
              switch (next) {
                case REACH -> "reaching every operation";
                case RETRY -> "trying again what was found before";
                case COVERAGE -> "trying what the contract says";
                case FUZZ -> "fuzzing";
              };
      case RunEvent.Settling ignored -> phase = "confirming and shrinking";
      case RunEvent.Sent ignored -> sent++;
      case RunEvent.WouldSend(Trial trial, HttpRequestMessage request) -> wouldSend(trial, request);
      case RunEvent.Suspected ignored -> suspected++;
    }
    draw();
  }

  private void wouldSend(Trial trial, HttpRequestMessage request) {
    console
        .out()
        .println(
            Words.shown(request.method() + " " + request.target(), 200)
                + "   # "
                + Words.shown(trial.reason().what() + ": " + trial.expected().words(), 200));
  }

  private void draw() {
    long now = System.nanoTime();
    Duration pause = console.live() ? REDRAW : QUIET;
    if (limits.isDryRun() || now - drawnAt < pause.toNanos()) {
      return;
    }
    drawnAt = now;
    Duration since = Duration.ofNanos(now - start);
    String text =
        String.format(
            Locale.ROOT,
            "%s: %s, %s, %s of %s",
            phase,
            Words.count(sent, "request"),
            suspected == 0 ? "nothing wrong yet" : Words.count(suspected, "suspicion"),
            Words.duration(since),
            Words.duration(limits.time()));
    if (console.live()) {
      console.err().print("\r\u001b[K" + Words.shown(text, console.width()));
      console.err().flush();
    } else {
      console.say("  " + text);
    }
  }

  @Override
  public void close() {
    end();
  }

  /// Takes the line away, so that the report can be printed.
  synchronized void end() {
    if (console.live()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
