package dev.concordat.environment.data;

import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// A migration or seed file, applied to a database.
///
/// @param root what places are relative to
record DataFile(Path root, Path file) {
  /// A statement and where it stands.
  ///
  /// @param text the file's text around it, for finding lines; empty where `place` already says the line
  private record Located(String sql, Place place, String text, int offset) {}

  void apply(String part, Connection connection) throws EnvironmentFailure {
    for (Located located : statements(part)) {
      try (var statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(located.sql());
      } catch (SQLException e) {
        throw EnvironmentFailure.data(
            part,
            "the database refuses " + where(located, e).shortForm() + ": " + message(e),
            "Correct the file; it is applied to an empty database, after the files before it.");
      }
    }
    reset(connection, part);
  }

  private List<Located> statements(String part) throws EnvironmentFailure {
    String name = root.relativize(file).toString();
    try {
      if (isYaml()) {
        Document document = new DocumentReader(root).read(file);
        if (document.isBroken()) {
          Problem problem = document.problems().getFirst();
          throw EnvironmentFailure.data(
              part, problem.place().shortForm() + ": " + problem.message(), problem.fix());
        }
        return YamlSeed.inserts(part, document).stream()
            .map(insert -> new Located(insert.sql(), insert.place(), "", 0))
            .toList();
      }
      String text = Files.readString(file);
      return SqlScript.statements(text).stream()
          .map(found -> new Located(found.text(), Place.of(name), text, found.offset()))
          .toList();
    } catch (IOException e) {
      throw EnvironmentFailure.data(
          part, name + " cannot be read: " + e.getMessage(), "Is it a text file in UTF-8?");
    }
  }

  private boolean isYaml() {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  /// What a file sets for its session is not meant for the next file.
  private static void reset(Connection connection, String part) throws EnvironmentFailure {
    try (var statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      statement.execute("RESET ALL");
    } catch (SQLException e) {
      throw EnvironmentFailure.data(part, "the session was lost: " + e.getMessage(), "");
    }
  }

  private static Place where(Located located, SQLException e) {
    if (located.text().isEmpty()) {
      return located.place();
    }
    ServerErrorMessage message = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    int position = message == null ? 0 : Math.max(0, message.getPosition() - 1);
    int offset = Math.min(located.text().length(), located.offset() + position);
    int line = (int) located.text().substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return new Place(located.place().file(), line, 1, "");
  }

  private static String message(SQLException e) {
    ServerErrorMessage message = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
    if (message == null) {
      return String.valueOf(e.getMessage());
    }
    String detail = message.getDetail();
    return message.getMessage() + (detail == null ? "" : " (" + detail + ")");
  }
}
