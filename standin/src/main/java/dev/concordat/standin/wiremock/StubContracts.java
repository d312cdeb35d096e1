package dev.concordat.standin.wiremock;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import java.util.List;

/// A stub that a client made, as a contract of its own.
final class StubContracts {
  private StubContracts() {}

  static StubContract of(Stub stub) {
    return new StubContract(ContractKind.WIREMOCK, "stub", "stub", "", List.of(stub), List.of());
  }
}
