package dev.concordat.environment.setup.compose;

import dev.concordat.environment.setup.settings.Setting;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A service of a compose file.
///
/// @param folder where it is built from, if it is built
/// @param aliases other names under which services reach it
/// @param ports on which it listens inside its container
/// @param published ports on this machine that lead to it
/// @param health the text of its health check
/// @param mounts files and folders of the workspace inside its container
public record ComposeService(
    String name,
    Place place,
    Optional<Located> image,
    Optional<Path> folder,
    List<String> aliases,
    List<Setting> environment,
    List<Integer> ports,
    List<Integer> published,
    Optional<Located> health,
    List<Mount> mounts) {
  /// A bind mount.
  public record Mount(Path source, String target, Place place) {}

  /// Whether other services reach it under this name.
  public boolean isCalled(String host) {
    return name.equals(host) || aliases.contains(host);
  }

  public Optional<String> variable(String variable) {
    return environment.stream()
        .filter(setting -> setting.name().equals(variable))
        .findFirst()
        .flatMap(Setting::value);
  }
}
