package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.compose.ComposeService;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds each database's migrations and seeds: in the folder of the system that uses it, else in what its compose service
/// mounts for the first start.
public final class DataFiles {
  private static final List<String> MIGRATIONS =
      List.of(
          "db/migration",
          "src/main/resources/db/migration",
          "db/migrations",
          "database/migrations",
          "sql/migrations",
          "migrations");
  private static final List<String> SEEDS =
      List.of("db/seed", "db/seeds", "src/main/resources/db/seed", "data/base", "seeds", "seed");
  private static final Pattern MIGRATION_FILE = Pattern.compile("(?!U\\d).*\\.sql");
  private static final Pattern SEED_FILE = Pattern.compile(".*\\.(sql|ya?ml)");
  private static final String FIRST_START = "/docker-entrypoint-initdb.d";
  private static final Pattern SEED_WORD =
      Pattern.compile("(?i).*(?:seed|testdata|sample|fixture).*");

  private final Workspace workspace;
  private final List<Draft> users;

  public DataFiles(Workspace workspace, List<Draft> users) {
    this.workspace = workspace;
    this.users = users;
  }

  /// The parts with their files.
  public List<PartSpec> fill(List<PartSpec> parts, List<ComposeService> services) {
    List<PartSpec> filled =
        parts.stream()
            .map(part -> part.database().isEmpty() ? part : fill(part, parts, services))
            .toList();
    noteHomeless(filled);
    return filled;
  }

  private PartSpec fill(PartSpec part, List<PartSpec> all, List<ComposeService> services) {
    List<Path> mounted = mounted(part, services);
    List<Path> migrations = found(part, all, MIGRATIONS, MIGRATION_FILE);
    List<Path> seeds = found(part, all, SEEDS, SEED_FILE);
    if (migrations.isEmpty()) {
      migrations = mounted.stream().filter(file -> !isSeed(file)).toList();
    }
    List<Path> allSeeds = seeds.isEmpty() ? mounted.stream().filter(this::isSeed).toList() : seeds;
    note(part, "migration", migrations);
    note(part, "seed", allSeeds);
    return new PartSpec(
        part.name(),
        part.kind(),
        part.version(),
        part.database(),
        migrations,
        allSeeds,
        part.place());
  }

  private boolean isSeed(Path file) {
    return SEED_WORD.matcher(workspace.relative(file)).matches();
  }

  private void note(PartSpec part, String what, List<Path> files) {
    if (!files.isEmpty()) {
      workspace
          .notes()
          .fact(
              part.name(),
              "has " + files.size() + " " + what + (files.size() == 1 ? "" : "s"),
              workspace.place(files.getFirst(), 1),
              Sureness.CERTAIN);
    }
  }

  private List<Path> found(
      PartSpec part, List<PartSpec> all, List<String> folders, Pattern wanted) {
    var found = new ArrayList<Path>();
    for (Draft user : users) {
      List<String> databases =
          user.needs().stream()
              .map(PartNeed::part)
              .filter(name -> isDatabase(name, all))
              .distinct()
              .toList();
      if (databases.contains(part.name())) {
        boolean isOnly = databases.size() == 1;
        found.addAll(ofSystem(user, part, isOnly, folders, wanted));
      }
    }
    return found.stream().distinct().toList();
  }

  private static boolean isDatabase(String name, List<PartSpec> all) {
    return all.stream().anyMatch(part -> part.name().equals(name) && !part.database().isEmpty());
  }

  /// A system with several databases has a folder for each, named like the part or its database.
  private List<Path> ofSystem(
      Draft system, PartSpec part, boolean isOnly, List<String> folders, Pattern wanted) {
    return Stream.of(system.scope(), system.folder())
        .distinct()
        .flatMap(base -> folders.stream().map(base::resolve))
        .flatMap(
            folder ->
                isOnly
                    ? Stream.of(folder)
                    : Stream.of(folder.resolve(part.name()), folder.resolve(part.database())))
        .map(folder -> files(folder, wanted))
        .filter(files -> !files.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// SQL files, or for seeds SQL and YAML files, in the order in which they are applied.
  ///
  /// @param folder a folder, or a file itself
  public List<Path> in(Path folder, boolean isForSeeds) {
    return files(folder, isForSeeds ? SEED_FILE : MIGRATION_FILE);
  }

  private List<Path> files(Path folder, Pattern wanted) {
    return workspace
        .filesUnder(folder)
        .filter(file -> wanted.matcher(file.getFileName().toString()).matches())
        .sorted(new SqlOrder())
        .toList();
  }

  /// What the database's image would run at its first start, in the order of the names there.
  private List<Path> mounted(PartSpec part, List<ComposeService> services) {
    Optional<ComposeService> service =
        services.stream().filter(one -> one.place().equals(part.place())).findFirst();
    return service.stream()
        .flatMap(one -> one.mounts().stream())
        .filter(mount -> mount.target().startsWith(FIRST_START))
        .sorted((a, b) -> a.target().compareTo(b.target()))
        .flatMap(mount -> files(mount.source(), MIGRATION_FILE).stream())
        .toList();
  }

  private void noteHomeless(List<PartSpec> parts) {
    for (Draft user : users) {
      boolean hasDatabase = user.needs().stream().anyMatch(need -> isDatabase(need.part(), parts));
      Optional<Path> first =
          hasDatabase
              ? Optional.empty()
              : MIGRATIONS.stream()
                  .flatMap(name -> files(user.scope().resolve(name), MIGRATION_FILE).stream())
                  .findFirst();
      first.ifPresent(
          file ->
              workspace
                  .notes()
                  .problem(
                      Problem.warning(
                          "setup/migrations-without-database",
                          workspace.place(file, 1),
                          user.name() + " has SQL migrations, but no database it needs was found",
                          "write `needs: {"
                              + user.name()
                              + "-db: {part: postgres, env: DATABASE_URL}}` for it in concordat.yaml")));
    }
  }
}
