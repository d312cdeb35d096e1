package dev.concordat.record.settling;

import dev.concordat.record.learning.Operation;
import dev.concordat.record.learning.Route;
import java.util.List;
import java.util.stream.IntStream;

/// An operation with its names.
///
/// @param id such as `getOrder`
/// @param route as it was learned
/// @param path with the names of its parameters: `/orders/{orderId}`
public record Described(String id, Route route, String path, Operation operation) {
  /// The positions of parameters in the path.
  public List<Integer> parameterPositions() {
    return IntStream.range(0, route.segments().size())
        .filter(at -> Route.isParameter(route.segments().get(at)))
        .boxed()
        .toList();
  }

  /// The name of the parameter at a position.
  public String parameterName(int at) {
    String segment = Route.segmentsOf(path).get(at);
    return segment.substring(1, segment.length() - 1);
  }
}
