package dev.concordat.cli.registry;

import dev.concordat.cli.revision.Head;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Which version of the systems of a workspace this is.
///
/// @param number the commit, unless the command line says otherwise; empty where nobody knows
/// @param source who says so: `GitHub Actions`, `git`, `the command line`
public record ThisVersion(
    Optional<String> number, Optional<String> branch, Optional<String> buildUrl, String source) {

  /// What the command line says; what it leaves open is looked for in the build system's variables, and else in git.
  public static ThisVersion of(
      Path folder,
      Map<String, String> variables,
      Optional<String> number,
      Optional<String> branch,
      Optional<String> buildUrl) {
    Optional<BuildFacts> build = BuildFacts.of(variables);
    Optional<Head> head = build.isPresent() ? Optional.empty() : Head.of(folder);
    Optional<String> commit = build.flatMap(BuildFacts::commit).or(() -> head.map(Head::commit));
    return new ThisVersion(
        number.or(() -> commit),
        branch.or(() -> build.flatMap(BuildFacts::branch)).or(() -> head.flatMap(Head::branch)),
        buildUrl.or(() -> build.flatMap(BuildFacts::url)),
        number.isPresent() ? "the command line" : build.map(BuildFacts::system).orElse("git"));
  }
}
