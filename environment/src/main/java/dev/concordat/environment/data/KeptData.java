package dev.concordat.environment.data;

import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.part.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// The data of failed flows: they outlive their environment in its run folder, beside a script that opens them. Thread-safe.
final class KeptData {
  private static final String SCRIPT = "psql.sh";

  private final RunFolder run;
  private final PostgresServer server;
  private final AtomicBoolean isWanted = new AtomicBoolean();

  KeptData(RunFolder run, PostgresServer server) {
    this.run = run;
    this.server = server;
  }

  /// Some clone is to be kept: from now on the script is there.
  void want() {
    if (isWanted.compareAndSet(false, true)) {
      try {
        Files.writeString(script(), text());
      } catch (IOException e) {
        throw new UncheckedIOException("the run folder cannot be written", e);
      }
    }
  }

  /// Opens a database, now and later.
  String command(String database) {
    return "sh " + script() + " " + database;
  }

  /// The server has ended: its data move to where the script looks for them.
  void save() throws IOException {
    if (isWanted.get() && Files.isDirectory(server.data())) {
      Files.move(server.data(), run.path().resolve(RunFolder.KEPT));
    }
  }

  private Path script() {
    return run.path().resolve(SCRIPT);
  }

  private String text() throws IOException {
    try (InputStream in = KeptData.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException(SCRIPT + " is missing from the jar");
      }
      String postgres =
          server.executable().stream()
              .map(word -> "'" + word.replace("'", "'\\''") + "'")
              .collect(Collectors.joining(" "));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@POSTGRES@", postgres)
          .replace("@PORT@", String.valueOf(server.address().getPort()))
          .replace("@SLOTS@", String.valueOf(PostgresServer.SLOTS))
          .replace("@ROLE@", PostgresServer.SUPERUSER);
    }
  }
}
