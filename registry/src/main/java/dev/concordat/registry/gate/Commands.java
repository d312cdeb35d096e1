package dev.concordat.registry.gate;

import java.util.Optional;

/// The commands that make missing evidence, ready to be copied.
final class Commands {
  private Commands() {}

  /// Makes a version known, with what it needs and provides; the registry compares what it provides with what others need.
  static String publish(SystemVersion version) {
    return "concordat publish --only "
        + quoted(version.system())
        + " --version "
        + quoted(version.version());
  }

  /// Brings a system to the target, or records that it is there.
  static String bring(String system, Target target) {
    return switch (target) {
      case Target.Environment(String name) ->
          "concordat deployed " + quoted(system) + " --version VERSION --to " + quoted(name);
      case Target.Branch(Optional<String> name) ->
          "concordat publish --only "
              + quoted(system)
              + " --branch "
              + name.map(Commands::quoted).orElse("main");
    };
  }

  /// As one word of a shell.
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
