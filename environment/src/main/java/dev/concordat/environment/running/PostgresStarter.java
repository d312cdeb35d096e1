package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.DataClone;
import dev.concordat.environment.data.Databases;
import dev.concordat.environment.part.Postgres;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.SystemSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// All databases on one PostgreSQL server, each with a link from every system that uses it.
final class PostgresStarter implements PartStarter {
  @Override
  public String kind() {
    return Postgres.KIND;
  }

  @Override
  public void start(List<PartSpec> parts, PartStart start)
      throws EnvironmentFailure, InterruptedException {
    Databases databases =
        start
            .announcer()
            .during(
                Postgres.KIND,
                "starting PostgreSQL",
                () ->
                    Databases.start(start.context(), start.setup().root(), parts, start.wiring()));
    start.opened().databases(databases);
    DataClone clone = databases.next("start");
    databases.makeCurrent(clone);
    for (SystemSpec system : start.setup().systems()) {
      Set<String> needed =
          system.needs().stream()
              .map(need -> need.part())
              .filter(clone.databases()::containsKey)
              .collect(Collectors.toSet());
      for (String part : needed) {
        start
            .links()
            .openDatabase(system.name(), part, databases.server().address(), clone.database(part));
      }
    }
    parts.forEach(part -> start.isReady().accept(part.name()));
  }
}
