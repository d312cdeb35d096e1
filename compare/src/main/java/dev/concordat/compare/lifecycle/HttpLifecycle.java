package dev.concordat.compare.lifecycle;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.HttpChange;
import dev.concordat.compare.openapi.Lifecycle;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What OpenAPI documents promise about their own life, and whether it is kept. Stateless, so thread-safe.
public final class HttpLifecycle implements Lifecycle {
  /// What was never promised, or went as it was told, still refuses who relies on it: it is a risk, and no broken promise.
  /// A parameter that goes before its day breaks one, although nobody is refused.
  @Override
  public Optional<Agreement> agreed(HttpChange change, Impact impact, Policies policies) {
    if (change instanceof HttpChange.ParameterRemoved removed && impact == Impact.MEANING) {
      return early(Promise.of(removed.parameter().written()), new LifecyclePolicy(policies))
          .map(because -> new Agreement(Impact.POLICY, because));
    }
    if (impact != Impact.BREAKS && impact != Impact.UNKNOWN) {
      return Optional.empty();
    }
    boolean isAgreed =
        switch (change) {
          case HttpChange.EndpointRemoved removed ->
              removed
                  .endpoint()
                  .before()
                  .map(old -> new LifecyclePolicy(policies).removal(Promise.of(old.written())))
                  .filter(Removal::isAnnounced)
                  .isPresent();
          case HttpChange other -> !isPromised(other.endpoint());
        };
    return isAgreed ? Optional.of(new Agreement(Impact.RISKY, "")) : Optional.empty();
  }

  /// What was promised of something that is gone too early.
  private static Optional<String> early(Promise promise, LifecyclePolicy policy) {
    return switch (policy.removal(promise)) {
      case BEFORE_SUNSET ->
          promise.sunset().meant().map(day -> "it was to stay until " + day + " ('x-sunset')");
      case SUNSET_UNREADABLE ->
          Optional.of("until when it was to stay cannot be read ('x-sunset'), so it is not over");
      case UNANNOUNCED, ANNOUNCED, AFTER_SUNSET, NEVER_PROMISED -> Optional.empty();
    };
  }

  private static boolean isPromised(Endpoint endpoint) {
    return endpoint
        .before()
        .or(endpoint::after)
        .map(operation -> Promise.of(operation.written()).level().isPromise())
        .orElse(true);
  }

  @Override
  public List<Difference> promises(
      OpenApiContract before,
      OpenApiContract after,
      List<HttpChange> changes,
      List<Endpoint> endpoints,
      boolean isBreaking,
      Policies policies) {
    var policy = new LifecyclePolicy(policies);
    var found = new ArrayList<Difference>();
    for (Endpoint endpoint : endpoints) {
      if (endpoint.before().isPresent() && endpoint.after().isPresent()) {
        HttpOperation old = endpoint.before().get();
        HttpOperation now = endpoint.after().get();
        found.addAll(EndpointPromises.of(endpoint, old, now, policy));
      }
    }
    found.addAll(MemberPromises.of(changes, policy));
    VersionPromise.of(before, after, isBreaking).ifPresent(found::add);
    return found;
  }
}
