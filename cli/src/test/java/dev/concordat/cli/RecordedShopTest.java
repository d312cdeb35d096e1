package dev.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.reader.SetupReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is learned from the example shop's own traffic describes it.
@Tag("slow")
@Order(1)
final class RecordedShopTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root", "..")).toAbsolutePath().normalize();

  @TempDir private static Path state;
  private static Environment shop;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    shop =
        new EnvironmentStarter(
                Home.at(state),
                new Distribution(Path.of(System.getProperty("concordat.parts"))),
                _ -> {})
            .start(SetupReader.detect(ROOT.resolve("examples/shop")), new StartOptions(1));
  }

  @AfterAll
  static void stop() {
    if (shop != null) {
      shop.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "stock", "payments"})
  void contradictsNothingThatIsWritten(String system) throws Exception {
    // Given
    Path contract = ROOT.resolve("examples/shop/" + system + "/openapi.yaml");
    var concordat = new CommandTester(folder.resolve("home"), folder);
    RunningRecord record =
        RunningRecord.start(
            folder.resolve("home"),
            folder,
            "record",
            "--to",
            shop.address(system).toString(),
            "--name",
            system);
    concordat.run(
        "conform",
        contract.toString(),
        "--url",
        record.address() + "/",
        "--max-requests",
        "400",
        "--no-fuzz");
    // When
    record.stop();
    // Then
    var learned =
        (OpenApiContract) new ContractReader(folder).read(folder.resolve("recorded/openapi.yaml"));
    var written = (OpenApiContract) new ContractReader(ROOT).read(contract);
    assertThat(learned.operations().stream().map(RecordedShopTest::shape))
        .containsExactlyInAnyOrderElementsOf(
            written.operations().stream().map(RecordedShopTest::shape).toList());
    assertThat(Contradictions.between(learned, written)).isEmpty();
  }

  private static String shape(HttpOperation operation) {
    return operation.methodAndPath().replaceAll("\\{[^}]*}", "{}");
  }
}
