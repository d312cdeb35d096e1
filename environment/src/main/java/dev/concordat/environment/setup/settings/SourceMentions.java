package dev.concordat.environment.setup.settings;

import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the source code of a system mentions: names of environment variables and paths of health checks. Text search, so
/// it finds candidates, not truths.
public final class SourceMentions {
  private static final Pattern SOURCE_FILE =
      Pattern.compile(".*\\.(java|kt|kts|scala|groovy|js|mjs|cjs|ts|py|go|rb)");
  private static final Pattern VARIABLE =
      Pattern.compile("[\"'`]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)[\"'`]|\\benv\\.([A-Z][A-Z0-9_]*)\\b");
  private static final Pattern INTERESTING =
      Pattern.compile(
          "(?:.*_)?(?:URL|URI|HOST|PORT|ADDRESS|ENDPOINT|BOOTSTRAP|BOOTSTRAP_SERVERS|BROKERS|DSN)");
  private static final Pattern HEALTH =
      Pattern.compile("[\"'`](/(?:actuator/|q/)?(?:health|healthz|readyz|ready)(?:/ready)?)[\"'`]");

  private SourceMentions() {}

  /// Variables that name an address or a port, each at its first mention.
  public static List<Setting> variables(Workspace workspace, List<Path> files) {
    Map<String, Setting> found = new LinkedHashMap<>();
    sources(files)
        .forEach(
            file -> {
              int number = 0;
              for (String line : workspace.lines(file)) {
                number++;
                Matcher matcher = VARIABLE.matcher(line);
                while (matcher.find()) {
                  String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                  if (INTERESTING.matcher(name).matches()) {
                    found.putIfAbsent(
                        name,
                        new Setting(
                            name,
                            Optional.empty(),
                            workspace.place(file, number),
                            Sureness.LIKELY));
                  }
                }
              }
            });
    return List.copyOf(found.values());
  }

  /// A health check's path.
  public record Health(String path, Place place) {}

  public static Optional<Health> health(Workspace workspace, List<Path> files) {
    return sources(files)
        .flatMap(
            file -> {
              int number = 0;
              for (String line : workspace.lines(file)) {
                number++;
                Matcher matcher = HEALTH.matcher(line);
                if (matcher.find()) {
                  return Stream.of(new Health(matcher.group(1), workspace.place(file, number)));
                }
              }
              return Stream.empty();
            })
        .findFirst();
  }

  private static Stream<Path> sources(List<Path> files) {
    return files.stream()
        .filter(file -> SOURCE_FILE.matcher(file.getFileName().toString()).matches())
        .filter(file -> !isTest(file));
  }

  private static boolean isTest(Path file) {
    for (Path part : file) {
      String name = part.toString();
      if (name.equals("test") || name.equals("tests") || name.equals("__tests__")) {
        return true;
      }
    }
    return false;
  }
}
