package dev.concordat.cli.serve;

import java.util.logging.Level;
import java.util.logging.Logger;

/// The web server writes to `java.util.logging`; only what is wrong reaches standard error.
final class WebServerLog {
  /// Held, because the log manager forgets levels of loggers that nobody holds.
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private WebServerLog() {}

  static void quiet() {
    HELIDON.setLevel(Level.SEVERE);
  }
}
