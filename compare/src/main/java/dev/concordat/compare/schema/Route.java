package dev.concordat.compare.schema;

import dev.concordat.contracts.inclusion.Aim;
import java.util.Optional;

/// How the walk came from the whole position to a place in it.
///
/// @param outer where it was one step before; absent for the whole
/// @param step that it took
/// @param pointer where in a value, array indices as `*`
/// @param keywords by which keywords, as in `/oneOf/Cat/properties/name`
/// @param depth how many steps
record Route(
    Optional<Route> outer, Optional<Step> step, String pointer, String keywords, int depth) {
  static final Route WHOLE = new Route(Optional.empty(), Optional.empty(), "", "", 0);

  /// @param token of the pointer
  Route into(Step next, String token, String through) {
    return new Route(
        Optional.of(this),
        Optional.of(next),
        pointer + "/" + token,
        keywords + "/" + through,
        depth + 1);
  }

  Route member(String name) {
    return into(new Step.Member(name), escaped(name), "properties/" + escaped(name));
  }

  /// Goes on at the same value.
  Route alternative(Step.Alternative next, String through) {
    return new Route(
        Optional.of(this), Optional.of(next), pointer, keywords + "/" + through, depth + 1);
  }

  /// What is aimed at in the whole value, if this is aimed at here.
  Aim aim(Aim here) {
    Aim aim = here;
    for (Optional<Route> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      if (at.get().step.isPresent()) {
        aim = at.get().step.get().around(aim);
      }
    }
    return aim;
  }

  static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }
}
