package dev.concordat.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopCasesTest {
  @ParameterizedTest
  @CsvSource({
    "storefront/openapi.yaml, 5",
    "orders/openapi.yaml, 30",
    "payments/openapi.yaml, 15",
    "stock/openapi.yaml, 15",
    "notifications/openapi.json, 2",
  })
  void everyContractOfTheShopGivesCases(String file, int least) {
    // Given
    OpenApiContract contract = Shop.contract(file);

    // When
    GeneratedCases generated = new CaseGenerator(42).generate("shop", contract);

    // Then
    assertThat(generated.cases()).hasSizeGreaterThanOrEqualTo(least);
    assertThat(generated.skipped()).isEmpty();
    assertThat(new HashSet<>(generated.cases().stream().map(ContractCase::id).toList()))
        .hasSameSizeAs(generated.cases());
    assertThat(contract.operations())
        .allSatisfy(
            operation ->
                assertThat(generated.cases()).anyMatch(c -> c.operation().equals(operation)));
  }
}
