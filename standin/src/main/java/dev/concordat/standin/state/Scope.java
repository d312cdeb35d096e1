package dev.concordat.standin.state;

import dev.concordat.standin.resource.Resource;
import java.util.List;

/// Which of the things of one kind are meant: the orders of one customer.
///
/// @param values of the resource's path parameters, decoded
public record Scope(Resource resource, List<String> values) {
  public Scope {
    values = List.copyOf(values);
  }

  /// `/customers/7/orders`, for people and as a seed.
  @Override
  public String toString() {
    String path = resource.path();
    for (String value : values) {
      int open = path.indexOf('{');
      int close = path.indexOf('}', open);
      path = path.substring(0, open) + value + path.substring(close + 1);
    }
    return path;
  }
}
