package dev.concordat.conform.scenario;

import dev.concordat.conform.resource.Instance;
import dev.concordat.conform.resource.Resource;
import dev.concordat.conform.resource.Role;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.json.JsonString;
import java.util.List;
import java.util.Optional;

/// Asks for the id of something that exists, with odd characters behind it (RESTler's InvalidDynamicObject). The answers are
/// judged by themselves: such an id does not exist, and nothing may fall over it.
final class OddIds implements Scenario {
  private static final List<String> ODD =
      List.of("concordat", "%00", "%27", "%7B%7D", "%2F..%2F", "%3F%3F");

  @Override
  public String name() {
    return "odd-ids";
  }

  @Override
  public int requests() {
    return 9;
  }

  @Override
  public boolean fits(HttpOperation operation, Site site) {
    return site.as(operation, Role.READ).isPresent() && Unknown.isOfMadeThings(operation, site);
  }

  @Override
  public void run(Walk walk, HttpOperation operation) {
    Resource resource = walk.site().resources().of(operation).orElseThrow();
    Optional<Instance> known = walk.known(resource);
    if (known.isEmpty()) {
      return;
    }
    for (String odd : ODD) {
      String id = known.get().values().getLast() + odd;
      Instance other = known.get().withId(id, new JsonString(id));
      boolean isJudged = odd.equals(ODD.getFirst());
      Exchange exchange =
          walk.send(
              operation,
              walk.request(operation, other),
              Identity.FIRST,
              isJudged ? Absence.of(operation, walk.site()) : Expected.JUDGED_LATER,
              "an id with " + odd + " behind it");
      if (!walk.isSound(exchange)) {
        return;
      }
    }
  }
}
