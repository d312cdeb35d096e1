package dev.concordat.cli.run;

import java.nio.file.Path;
import java.util.Map;

/// Where Concordat and its state are.
///
/// @param root the folder of the launcher, with `examples/shop`
/// @param parts the jars of the parts
/// @param home all state: caches, runs, logs; `$CONCORDAT_HOME`, else `~/.concordat`
/// @param workingFolder where relative paths of the command line start
public record Installation(
    Path root, Path parts, Path home, Path workingFolder, Map<String, String> variables) {

  public static Installation ofProcess(Map<String, String> variables) {
    Path working = Path.of("").toAbsolutePath();
    Path root = Path.of(System.getProperty("concordat.root", working.toString()));
    String home = variables.getOrDefault("CONCORDAT_HOME", "");
    Path state =
        home.isEmpty()
            ? Path.of(System.getProperty("user.home")).resolve(".concordat")
            : working.resolve(home);
    String parts =
        System.getProperty("concordat.parts", root.resolve("environment/parts/target").toString());
    return new Installation(root, Path.of(parts), state, working, Map.copyOf(variables));
  }
}
