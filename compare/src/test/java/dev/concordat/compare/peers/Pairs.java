package dev.concordat.compare.peers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Pairs of OpenAPI documents in a file of the folder `compat`.
final class Pairs {
  private static final Path FOLDER =
      Path.of(System.getProperty("corpora", "../../shared/corpora"))
          .toAbsolutePath()
          .normalize()
          .resolve("compat");
  private static final Pattern DAY = Pattern.compile("\\{\\{today(?:([+-]\\d+)d)?\\}\\}");
  static final LocalDate TODAY = LocalDate.of(2030, 6, 15);

  private final Path folder;
  private final List<ObjectNode> cases;

  private Pairs(Path folder, List<ObjectNode> cases) {
    this.folder = folder;
    this.cases = cases;
  }

  /// The pairs of a file; the test is skipped where there is no such file.
  ///
  /// @param scratch where the documents of each pair are written
  static Pairs of(String name, Path scratch) throws IOException {
    boolean isThere = Files.isRegularFile(FOLDER.resolve(name));
    if (!isThere) {
      System.out.println("no pairs of contracts at " + FOLDER + ": " + name + " is not tested");
    }
    assumeTrue(isThere);
    var root = (ArrayNode) new Documents(FOLDER).read(FOLDER.resolve(name)).root();
    return new Pairs(scratch, root.items().stream().map(ObjectNode.class::cast).toList());
  }

  List<ObjectNode> cases() {
    return cases;
  }

  /// The comparison of a case's two documents.
  ContractComparison compare(ObjectNode pair, Policies policies) throws IOException {
    return compare(pair, new Comparer(policies));
  }

  ContractComparison compare(ObjectNode pair, Comparer comparer) throws IOException {
    ContractReader reader = new ContractReader(folder);
    return comparer
        .diff(reader.read(written(pair, "base")), reader.read(written(pair, "revision")))
        .orElseThrow();
  }

  private Path written(ObjectNode pair, String side) throws IOException {
    Node node = pair.get(side).orElseThrow();
    String text =
        node instanceof ScalarNode scalar
            ? scalar.text().orElse("")
            : JsonText.pretty(node.toJson());
    Path file = folder.resolve(side + ".yaml");
    Files.writeString(
        file,
        DAY.matcher(text)
            .replaceAll(
                match ->
                    TODAY
                        .plusDays(
                            Optional.ofNullable(match.group(1)).map(Long::parseLong).orElse(0L))
                        .toString()));
    return file;
  }

  static String text(ObjectNode object, String name) {
    return object.get(name).orElse(null) instanceof ScalarNode scalar
        ? scalar.text().orElse(scalar.value().toString())
        : "";
  }

  /// The texts of a list.
  static List<String> texts(ObjectNode object, String name) {
    return items(object, name)
        .flatMap(item -> item instanceof ScalarNode s ? s.text().stream() : Stream.of())
        .toList();
  }

  static Stream<Node> items(ObjectNode object, String name) {
    return object.get(name).orElse(null) instanceof ArrayNode list
        ? list.items().stream()
        : Stream.of();
  }
}
