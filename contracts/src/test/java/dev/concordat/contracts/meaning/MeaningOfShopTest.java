package dev.concordat.contracts.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contracts of the shop, changed at random: the digest changes if and only if the meaning does.
class MeaningOfShopTest {
  private static final Path SHOP =
      Path.of(System.getProperty("concordat.root", "..")).resolve("examples/shop");
  private static final List<String> CONTRACTS =
      List.of(
          "storefront/openapi.yaml",
          "orders/openapi.yaml",
          "payments/openapi.yaml",
          "stock/openapi.yaml",
          "orders/asyncapi.yaml",
          "notifications/asyncapi.yaml");

  /// How many changes each operator makes; `-Dmeaning.changes=30` makes more.
  private static final int CHANGES = Integer.getInteger("meaning.changes", 3);

  @TempDir private Path folder;

  static Stream<Operator> neutral() {
    return Neutral.ALL.stream();
  }

  static Stream<Operator> telling() {
    return Stream.concat(Telling.OF_SCHEMAS.stream(), Telling.OF_OPERATIONS.stream());
  }

  @ParameterizedTest
  @MethodSource("neutral")
  void staysTheSame(Operator operator) throws IOException {
    for (Change change : changes(operator)) {
      assertThat(change.after()).as(change.name()).isEqualTo(change.before());
    }
  }

  @ParameterizedTest
  @MethodSource("telling")
  void becomesAnother(Operator operator) throws IOException {
    for (Change change : changes(operator)) {
      assertThat(change.after().digest()).as(change.name()).isNotEqualTo(change.before().digest());
    }
  }

  /// @param name with the seed and the changed text, to see what went wrong
  private record Change(String name, ContractMeaning before, ContractMeaning after) {}

  private List<Change> changes(Operator operator) throws IOException {
    var changes = new ArrayList<Change>();
    int seed = 0;
    for (; changes.size() < CHANGES && seed < CHANGES * CONTRACTS.size(); seed++) {
      String contract =
          CONTRACTS.get(Math.floorMod(operator.name().hashCode() + seed, CONTRACTS.size()));
      JsonValue document = new DocumentReader(SHOP).read(Path.of(contract)).root().toJson();
      var tree = new Tree(document, new Random(seed));
      if (operator.apply().test(tree)) {
        String name = operator + " in " + contract + " with seed " + seed;
        String before = new Tree(document, new Random(0)).text();
        changes.add(new Change(name, meaning(before), meaning(tree.text())));
      }
    }
    assertThat(changes).as("contracts to which it can be done: " + operator).isNotEmpty();
    return changes;
  }

  private ContractMeaning meaning(String text) throws IOException {
    Path file = folder.resolve("contract.json");
    Files.writeString(file, text);
    return Meaning.of(new ContractReader(folder).read(file)).orElseThrow();
  }
}
