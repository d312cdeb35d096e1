package dev.concordat.contracts.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopContractsTest {
  private static final Path SHOP =
      Path.of(System.getProperty("concordat.root", "..")).resolve("examples/shop");

  @ParameterizedTest
  @CsvSource({
    "storefront/openapi.yaml, OPENAPI, team-web",
    "orders/openapi.yaml, OPENAPI, team-checkout",
    "orders/asyncapi.yaml, ASYNCAPI, team-checkout",
    "payments/openapi.yaml, OPENAPI, team-payments",
    "stock/openapi.yaml, OPENAPI, team-warehouse",
    "notifications/openapi.json, OPENAPI, team-notify",
    "notifications/asyncapi.yaml, ASYNCAPI, team-notify",
  })
  void readsEveryContractOfTheShop(String file, ContractKind kind, String team) {
    // When
    Contract contract = new ContractReader(SHOP).read(Path.of(file));

    // Then
    assertThat(contract.kind()).isEqualTo(kind);
    assertThat(contract.file()).isEqualTo(file);
    assertThat(contract.problems()).isEmpty();
    assertThat(contract.owner()).hasValueSatisfying(o -> assertThat(o.team()).isEqualTo(team));
  }

  @ParameterizedTest
  @ValueSource(strings = {"storefront/openapi.yaml", "orders/openapi.yaml", "stock/openapi.yaml"})
  void everyOperationOfTheShopHasAnIdAndAnswers(String file) {
    // When
    OpenApiContract contract = (OpenApiContract) new ContractReader(SHOP).read(Path.of(file));

    // Then
    assertThat(contract.operations())
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              assertThat(operation.id()).doesNotContain(" ");
              assertThat(operation.responses()).isNotEmpty();
            });
  }

  @Test
  void aFileThatIsNoContractGivesItsProblem() {
    // When
    Contract none = new ContractReader(SHOP).read(Path.of("CODEOWNERS"));

    // Then
    assertThat(none.kind()).isEqualTo(ContractKind.UNKNOWN);
    assertThat(none.problems()).isNotEmpty();
  }

  @Test
  void aFileThatIsAbsentGivesItsProblem() {
    // When
    Contract missing = new ContractReader(SHOP).read(Path.of("nowhere.yaml"));

    // Then
    assertThat(missing.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo("contract/missing-file"));
  }
}
