package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import java.util.List;
import java.util.Optional;

/// What came of judging data by a schema.
///
/// @param undecided why there is no verdict: a limit was reached, or the schema could not be read there
public record AvroVerdict(List<AvroFault> faults, Optional<String> undecided) {
  public AvroVerdict {
    faults = List.copyOf(faults);
  }

  public boolean isFit() {
    return faults.isEmpty() && undecided.isEmpty();
  }

  /// The faults, one for each cause, as breaches of a message.
  public List<Breach> breaches(String messageName) {
    return faults.stream().map(fault -> fault.breach(messageName)).distinct().toList();
  }
}
