package dev.concordat.registry.http;

/// Stands before all routes: lets a request pass, perhaps with the caller's name, or answers itself.
@FunctionalInterface
public interface Guard {
  /// Everybody may do everything: for tests and for servers that only their own machine reaches.
  Guard OPEN = (route, asked, next) -> next.answer(asked);

  /// Answers, or asks the route.
  ///
  /// @param route the pattern that was found, with its method
  Answer pass(Route route, Asked asked, Action next);

  /// What is answered where there is no route, given what clients get.
  default Answer unrouted(Asked asked, Answer answer) {
    return answer;
  }
}
