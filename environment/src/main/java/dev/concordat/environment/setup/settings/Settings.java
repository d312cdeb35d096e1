package dev.concordat.environment.setup.settings;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The settings that a system's own files tell of, the most telling first.
public final class Settings {
  private static final Set<String> EXAMPLES =
      Set.of(".env.example", ".env.sample", ".env.template", ".env.dist", "env.example");
  private static final Set<String> APPLICATION =
      Set.of("application.properties", "application.yaml", "application.yml");

  private Settings() {}

  /// One setting a name; the first source that gives it a value wins over those that only mention it.
  public static List<Setting> of(Workspace workspace, List<Path> files) {
    var all = new ArrayList<Setting>();
    for (Path file : files) {
      if (EXAMPLES.contains(file.getFileName().toString())) {
        all.addAll(EnvFile.read(workspace, file, Sureness.CERTAIN));
      }
    }
    for (Path file : files) {
      boolean isMain = !file.toString().replace('\\', '/').contains("/src/test/");
      if (isMain && APPLICATION.contains(file.getFileName().toString())) {
        all.addAll(ApplicationFile.read(workspace, file));
      }
    }
    all.addAll(SourceMentions.variables(workspace, files));
    return distinct(all);
  }

  /// The first setting of each name, or the first with a value where there is one.
  public static List<Setting> distinct(List<Setting> all) {
    var chosen = new ArrayList<Setting>();
    for (Setting setting : all) {
      boolean isKnown = chosen.stream().anyMatch(other -> other.name().equals(setting.name()));
      if (!isKnown) {
        chosen.add(
            all.stream()
                .filter(other -> other.name().equals(setting.name()) && other.value().isPresent())
                .findFirst()
                .orElse(setting));
      }
    }
    return chosen;
  }
}
