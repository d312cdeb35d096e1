package dev.concordat.drift.observed;

import dev.concordat.drift.contract.Authority;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.noise.NoiseView;
import dev.concordat.drift.request.Made;
import dev.concordat.model.drift.Ground;
import java.util.Optional;

/// What a comparison with observed answers needs to know beside them.
///
/// @param noise where answers may differ
/// @param ground where the answers come from
/// @param countsValues whether a value that differs is a lie, and not only a form
public record Asking(
    Mock mock,
    Made.Request made,
    Optional<Authority> authority,
    NoiseView noise,
    Ground ground,
    boolean countsValues) {
  /// The operation as rules of noise name it.
  public String operation() {
    return authority.map(known -> known.operation().methodAndPath()).orElseGet(this::asked);
  }

  /// Method and path of the request.
  public String asked() {
    return made.message().method() + " " + made.message().path();
  }

  /// Whether the answers speak of the very thing that the mock speaks of, so that their values can be compared.
  public boolean isOfTheSame() {
    return countsValues && made.isLiteral() && !mock.isStateful();
  }
}
