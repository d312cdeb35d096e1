package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.Document;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds contracts of every kind, whatever their files are called. Only files in which a contract's own words occur are
/// parsed, so a broken file that is something else raises no alarm.
final class ContractFiles {
  private static final Pattern NAME = Pattern.compile(".*\\.(ya?ml|json)");
  private static final Pattern SAYS_WHAT_IT_IS =
      Pattern.compile(
          "^[ \\t{\"']{0,16}(?:openapi|swagger|asyncapi)[\"']?[ \\t]{0,16}:", Pattern.MULTILINE);
  private static final Pattern MAY_BE_ONE =
      Pattern.compile("\"(?:interactions|messages|mappings|request)\"\\s*:");

  private ContractFiles() {}

  static List<ContractFile> find(Workspace workspace) {
    return workspace.files().stream()
        .filter(ContractFiles::isReadHere)
        .flatMap(file -> candidate(workspace, file).stream())
        .sorted(Comparator.comparing(ContractFile::kind).thenComparing(ContractFile::path))
        .toList();
  }

  private static Optional<ContractFile> candidate(Workspace workspace, Path file) {
    String text = workspace.text(file).orElse("");
    if (SAYS_WHAT_IT_IS.matcher(text).find()) {
      return read(workspace, file);
    }
    return MAY_BE_ONE.matcher(text).find() ? readUnsure(workspace, file) : Optional.empty();
  }

  /// A contract; what is wrong with the file is noted. Contracts in a language of their own (Protocol Buffers, GraphQL) say
  /// nothing about how systems are wired, and are no JSON or YAML to find fault with.
  static Optional<ContractFile> read(Workspace workspace, Path file) {
    return isReadHere(file)
        ? workspace.document(file).flatMap(one -> contract(file, one))
        : Optional.empty();
  }

  private static boolean isReadHere(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /// A file that need not be a contract: where it is broken, that costs a warning.
  private static Optional<ContractFile> readUnsure(Workspace workspace, Path file) {
    Optional<Document> document = workspace.parsed(file);
    document.stream()
        .flatMap(one -> one.problems().stream())
        .filter(Problem::isError)
        .limit(1)
        .forEach(
            problem ->
                workspace
                    .notes()
                    .problem(
                        Problem.warning(
                            problem.rule(), problem.place(), problem.message(), problem.fix())));
    return document.filter(one -> !one.isBroken()).flatMap(one -> contract(file, one));
  }

  private static Optional<ContractFile> contract(Path file, Document document) {
    return ContractReader.detect(document)
        .map(kind -> new ContractFile(file, kind, document.root()));
  }
}
