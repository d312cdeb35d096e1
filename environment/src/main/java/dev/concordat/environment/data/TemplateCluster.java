package dev.concordat.environment.data;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.home.Folders;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.part.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// A server's data folder in which every database stands as a template, with its migrations and seeds applied. Made once for
/// the same files and the same server, then copied.
record TemplateCluster(Postgres postgres, Cache cache, Path root, List<DatabaseSpec> databases) {
  private static final int DIGEST_LENGTH = 20;

  /// Changes when what is made of the same files changes.
  private static final String FORM = "1";

  /// The folder to copy.
  ///
  /// @param scratch where the making server keeps its data meanwhile
  Path find(Path scratch) throws EnvironmentFailure, InterruptedException {
    try {
      return cache.get("data/" + key(), folder -> make(scratch, folder)).resolve("data");
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          Postgres.KIND,
          "the template of the databases could not be made: " + e.getMessage(),
          "Check the free space of " + cache.entry("data") + ".");
    }
  }

  private void make(Path scratch, Path folder)
      throws EnvironmentFailure, InterruptedException, IOException {
    PostgresServer server = postgres.start("postgres-templates", postgres.emptyData(), scratch);
    try {
      Parallel.forEach(databases, database -> make(server, database));
    } finally {
      Postgres.stop(server);
    }
    Folders.copy(scratch, folder.resolve("data"));
    Folders.delete(scratch);
  }

  private void make(PostgresServer server, DatabaseSpec spec) throws EnvironmentFailure {
    try {
      try (Connection connection = server.connect(PostgresServer.MAINTENANCE);
          var statement = connection.createStatement()) {
        statement.execute(createRole(spec.role()));
        statement.execute(
            "CREATE DATABASE " + Sql.name(spec.template()) + " OWNER " + Sql.name(spec.role()));
      }
      try (Connection connection = server.connect(spec.template(), spec.role())) {
        for (Path file : spec.files()) {
          new DataFile(root, file).apply(spec.part(), connection);
        }
        try (var statement = connection.createStatement()) {
          statement.execute("ANALYZE");
        }
      }
    } catch (SQLException e) {
      throw EnvironmentFailure.of(
          spec.part(), "its template could not be made: " + e.getMessage(), "");
    }
  }

  /// Two databases may have the same role. Like the first user of the usual container images, it may do everything.
  private static String createRole(String role) {
    return "DO $do$ BEGIN CREATE ROLE %s LOGIN SUPERUSER; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $do$"
        .formatted(Sql.name(role));
  }

  private String key() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, FORM + "\n" + postgres.identity());
      for (DatabaseSpec spec : databases) {
        add(digest, "\n" + spec.part() + "\n" + spec.database());
        for (Path file : spec.files()) {
          byte[] content = Files.readAllBytes(file);
          add(digest, "\n" + file.getFileName() + " " + content.length + "\n");
          digest.update(content);
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
