package dev.concordat.environment.setup;

import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a workspace holds: detected, then overridden by `concordat.yaml`. Every path in it is absolute and normalised.
///
/// @param root the workspace folder, to which places are relative
/// @param flows flow files, `*.flow.yaml` and `*.arazzo.yaml`
/// @param promises of how systems call each other
/// @param budgets of operations
/// @param accepted changes of values that are no damage
/// @param facts what was found and where, in the order in which people want to read it
/// @param problems what could not be read or does not fit; with an error among them nothing should be started
public record Setup(
    Path root,
    List<SystemSpec> systems,
    List<PartSpec> parts,
    List<Path> flows,
    List<WrittenPromise> promises,
    List<WrittenBudget> budgets,
    List<WrittenAcceptance> accepted,
    List<Fact> facts,
    List<Problem> problems) {
  public Setup {
    promises = List.copyOf(promises);
    budgets = List.copyOf(budgets);
    accepted = List.copyOf(accepted);
    systems = List.copyOf(systems);
    parts = List.copyOf(parts);
    flows = List.copyOf(flows);
    facts = List.copyOf(facts);
    problems = List.copyOf(problems);
  }

  /// A setup without promises, budgets and accepted changes.
  public Setup(
      Path root,
      List<SystemSpec> systems,
      List<PartSpec> parts,
      List<Path> flows,
      List<Fact> facts,
      List<Problem> problems) {
    this(root, systems, parts, flows, List.of(), List.of(), List.of(), facts, problems);
  }

  public Optional<SystemSpec> system(String name) {
    return systems.stream().filter(system -> system.name().equals(name)).findFirst();
  }

  public Optional<PartSpec> part(String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /// The path as places spell it: relative to the root with `/`.
  public String relative(Path path) {
    return relative(root, path);
  }

  /// The path as places spell it, for a workspace at this root.
  public static String relative(Path root, Path path) {
    Path shown = path.startsWith(root) ? root.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
