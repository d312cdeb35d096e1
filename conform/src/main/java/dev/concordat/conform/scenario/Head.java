package dev.concordat.conform.scenario;

import dev.concordat.contracts.http.HttpOperation;
import java.util.Optional;

/// The documented HEAD beside a GET.
final class Head {
  private Head() {}

  static Optional<HttpOperation> of(Site site, HttpOperation read) {
    return site.contract().operations().stream()
        .filter(each -> each.method().equals("HEAD") && each.path().equals(read.path()))
        .findFirst();
  }
}
