package dev.concordat.cases;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives cases of one operation ids of their own, and takes no request twice.
final class CaseIds {
  /// Beyond this many requests of one operation repetitions are no longer noticed, so that memory stays bounded.
  private static final int MAX_REMEMBERED = 5_000;

  private final HttpOperation operation;
  private final Set<Integer> requests = new HashSet<>();
  private final Map<String, Integer> ids = new HashMap<>();

  CaseIds(HttpOperation operation) {
    this.operation = operation;
  }

  Optional<OperationCase> add(
      Title title, HttpRequestMessage request, Outcome outcome, Optional<Flaw> flaw) {
    if (requests.size() < MAX_REMEMBERED && !requests.add(request.hashCode())) {
      return Optional.empty();
    }
    String slug = Title.slug(operation.id()) + "/" + title.slug();
    int count = ids.size() < MAX_REMEMBERED ? ids.merge(slug, 1, Integer::sum) : 1;
    return Optional.of(
        new OperationCase(
            count == 1 ? slug : slug + "-" + count,
            operation,
            request,
            outcome,
            title.what(),
            title.reason(),
            Optional.of(title.sentence()),
            flaw));
  }
}
