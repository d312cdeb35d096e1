package dev.concordat.contracts.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.lint.Linter;
import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.tree.DocumentReader;
import dev.concordat.contracts.tree.ProblemTexts;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A contract of every kind, made to break its reader: each gives a contract, problems that can be shown, and a meaning. The
/// contracts are the fuzzer's seeds. The time limit ends what would take for ever; it measures nothing.
@Timeout(120)
@Tag("slow")
@Order(1)
class HostileContractsTest {
  private static final Path SEEDS = Path.of("../fuzz/seeds");

  @TempDir Path root;

  /// A seed that is JSON or YAML, and a contract.
  record Seed(String name, JsonValue document) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Seed> seeds() throws IOException {
    try (Stream<Path> files = Files.walk(SEEDS)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(HostileContractsTest::seed)
          .filter(seed -> seed.document() instanceof JsonObject)
          .filter(seed -> isContract(seed.document()))
          .toList();
    }
  }

  private static Seed seed(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      var document = new DocumentReader(Path.of(".")).parse("seed", bytes);
      JsonValue value =
          document.problems().isEmpty() ? document.root().toJson() : new JsonString("");
      return new Seed(SEEDS.relativize(file).toString(), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isContract(JsonValue document) {
    var read = new DocumentReader(Path.of(".")).parse("seed", bytes(document.toString()));
    return ContractReader.detect(read).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Contract use(byte[] text) {
    try {
      Path file = Files.write(root.resolve("input"), text);
      Linter.Linted linted = new Linter(new ContractReader(root)).lint(file);
      Contract contract = linted.contract();
      var texts = new ProblemTexts(root);
      assertThat(linted.problems()).allSatisfy(it -> assertThat(texts.of(it)).contains(" at "));
      Meaning.of(contract);
      return contract;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each bomb at every fifth part, and each part with every fifth bomb.
  @ParameterizedTest
  @MethodSource("seeds")
  void anyPartCanBeABomb(Seed seed) {
    explode(seed, 5);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("soak")
  void anyPartCanBeAnyBomb(Seed seed) {
    explode(seed, 1);
  }

  private void explode(Seed seed, int every) {
    List<Bombs.Spot> spots = Bombs.spots(seed.document());
    int turn = 0;
    for (var bomb : Bombs.ofSpots().entrySet()) {
      for (int at = turn++ % every; at < spots.size(); at += every) {
        Bombs.Spot spot = spots.get(at);
        JsonValue hostile = spot.with().apply(bomb.getValue().apply(spot));

        assertThatCode(() -> use(bytes(hostile.toString())))
            .as("%s at %s", bomb.getKey(), spot.pointer())
            .doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anAliasOfABillionValuesIsRefusedWhereverItStands(Seed seed) {
    for (Bombs.Spot spot : Bombs.spots(seed.document())) {
      String marked = spot.with().apply(new JsonString("@@")).toString();

      Contract contract = use(bytes(Bombs.aliases(marked, "@@")));

      assertThat(contract.problems())
          .as(spot.pointer())
          .extracting(Problem::rule)
          .contains("contract/alias-expansion");
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMillionBracketsAreTooDeep(Seed seed) {
    String opening = seed.document().toString().replaceFirst("}\\z", ", \"x-bomb\": ");

    Contract contract = use(bytes(opening + "[".repeat(1_000_000)));

    assertThat(contract.problems()).extracting(Problem::rule).contains("contract/too-deep");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aByteThatIsNotUtf8IsAProblem(Seed seed) {
    byte[] text = bytes(seed.document().toString());
    text[seed.document().toString().indexOf(':') - 2] = (byte) 0xFF;

    Contract contract = use(text);

    assertThat(contract.problems()).extracting(Problem::rule).contains("contract/not-utf-8");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void marksLineEndsAndCharsetsAreNoPartOfTheMeaning(Seed seed) {
    String text = JsonText.pretty(seed.document());
    List<Function<String, byte[]>> ways =
        List.of(
            plain -> bytes("\uFEFF" + plain),
            plain -> bytes(plain.replace("\n", "\r\n")),
            plain -> bytes(plain.replace("\n", "\r")),
            plain -> ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16LE),
            plain -> ("\uFEFF" + plain).getBytes(StandardCharsets.UTF_16BE));

    Contract plain = use(bytes(text));

    assertThat(plain.kind()).isNotEqualTo(ContractKind.UNKNOWN);
    assertThat(ways)
        .allSatisfy(
            way -> {
              Contract contract = use(way.apply(text));
              assertThat(contract.kind()).isEqualTo(plain.kind());
              assertThat(contract.problems()).hasSameSizeAs(plain.problems());
              assertThat(Meaning.of(contract)).isEqualTo(Meaning.of(plain));
            });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aTextThatBreaksOffIsReadAsFarAsItGoes(Seed seed) {
    byte[] text = bytes(JsonText.pretty(seed.document()));

    for (int length = 0; length < text.length; length += 1 + text.length / 100) {
      assertThat(use(Arrays.copyOf(text, length)).problems()).isNotEmpty();
    }
  }
}
