package dev.concordat.fidelity.recording;

import dev.concordat.model.exchange.HttpExchange;
import java.util.List;

/// What became of the messages of one recording in another one.
///
/// @param hops the exchanges that both ends saw, in the order of the near end
/// @param lost what the near end sent and the far end never saw
/// @param repeated what the far end saw again, though it was sent once
/// @param unsent what the far end saw and the near end never sent
public record RecordingComparison(
    List<Hop> hops,
    List<HttpExchange> lost,
    List<HttpExchange> repeated,
    List<HttpExchange> unsent) {
  public RecordingComparison {
    hops = List.copyOf(hops);
    lost = List.copyOf(lost);
    repeated = List.copyOf(repeated);
    unsent = List.copyOf(unsent);
  }

  /// Compares what two ends saw.
  ///
  /// @param near recorded at the consumers' end
  /// @param far recorded at the providers' end
  public static RecordingComparison of(List<HttpExchange> near, List<HttpExchange> far) {
    return new Pairing(near, far).compared();
  }
}
