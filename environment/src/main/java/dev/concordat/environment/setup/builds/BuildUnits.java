package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Everything in the workspace that can be built and started. A new build tool is one reader and one line here.
public final class BuildUnits {
  private BuildUnits() {}

  /// One unit a folder, sorted by folder; where several build files share a folder the first reader wins.
  public static List<BuildUnit> find(Workspace workspace) {
    Map<Path, BuildUnit> byFolder = new LinkedHashMap<>();
    Stream.of(MavenUnits.find(workspace), GradleUnits.find(workspace), NodeUnits.find(workspace))
        .flatMap(List::stream)
        .forEach(unit -> byFolder.putIfAbsent(unit.folder(), unit));
    return byFolder.values().stream().sorted((a, b) -> a.folder().compareTo(b.folder())).toList();
  }
}
