package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.setup.workspace.Workspace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds contracts of every kind, whatever their files are called. Only files in which a contract's own words occur are
/// parsed, so a broken file that is something else raises no alarm.
final class ContractFiles {
  private static final Pattern NAME = Pattern.compile(".*\\.(ya?ml|json)");
  private static final Pattern SPEAKS_LIKE_A_CONTRACT =
      Pattern.compile(
          "^\\s*[{\"']*\\s*\"?(?:openapi|swagger|asyncapi)[\"']?\\s*:"
              + "|\"(?:interactions|messages|mappings|request)\"\\s*:",
          Pattern.MULTILINE);

  private ContractFiles() {}

  static List<ContractFile> find(Workspace workspace) {
    return workspace.files().stream()
        .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
        .filter(
            file ->
                workspace
                    .text(file)
                    .filter(text -> SPEAKS_LIKE_A_CONTRACT.matcher(text).find())
                    .isPresent())
        .flatMap(file -> read(workspace, file).stream())
        .sorted(Comparator.comparing(ContractFile::kind).thenComparing(ContractFile::path))
        .toList();
  }

  static Optional<ContractFile> read(Workspace workspace, Path file) {
    return workspace
        .document(file)
        .flatMap(
            document ->
                ContractReader.detect(document)
                    .map(kind -> new ContractFile(file, kind, document.root())));
  }
}
