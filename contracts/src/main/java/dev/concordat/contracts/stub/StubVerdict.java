package dev.concordat.contracts.stub;

import dev.concordat.contracts.breach.Breach;
import java.util.List;
import java.util.Optional;

/// Whether a stub tells the truth about the provider's contract.
///
/// @param provider the file of the contract that has its operation; empty when none has
/// @param operationId the operation that the stub stands for; empty when there is none or it is not known
/// @param breaches what the stub says otherwise than the contract
/// @param notChecked what could not be judged, in words for people
public record StubVerdict(
    Stub stub,
    Optional<String> provider,
    Optional<String> operationId,
    List<Breach> breaches,
    List<String> notChecked) {
  public StubVerdict {
    breaches = List.copyOf(breaches);
    notChecked = List.copyOf(notChecked);
  }

  /// Whether nothing that was checked is wrong.
  public boolean holds() {
    return breaches.isEmpty();
  }
}
