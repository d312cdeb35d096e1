package dev.concordat.cli;

import dev.concordat.environment.part.KeptPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/// What the embedded database of a running registry holds.
final class KeptPublications {
  private KeptPublications() {}

  /// `CONSUMER VERSION` of each publication.
  static List<String> of(Path data) throws Exception {
    KeptPostgres.Running running = KeptPostgres.running(data);
    List<String> found = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(running.jdbcUrl(), KeptPostgres.USER, running.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT s.name || ' ' || v.number FROM publications p JOIN versions v ON v.id ="
                    + " p.version_id JOIN systems s ON s.id = v.system_id WHERE p.is_current")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
