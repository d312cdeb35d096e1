package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Members that no contract names, where the contract of the request allows them, and two such cookies: who passes on messages
/// as a whole passes on these too, and may not change them. To drop them is everybody's right.
final class Unlisted {
  private static final String TEXT = "unlistedText";
  private static final String NUMBER = "unlistedNumber";

  /// As a request has them at first.
  private static final JsonObject MEMBERS =
      JsonObject.EMPTY
          .with(TEXT, new JsonString("a member without a name in contracts"))
          .with(NUMBER, new JsonNumber("4000123"));

  private static final List<String> FIELDS = List.of("/" + TEXT, "/" + NUMBER);

  private static final List<CookieWords.Pair> COOKIES =
      List.of(
          new CookieWords.Pair("unlistedCookie", "acookiewithoutaname"),
          new CookieWords.Pair("unlistedBeside", "anotheroneofthem"));

  /// Values for learning listed fields are of the rounds before.
  private static final int FIRST_ROUND = 4;

  private Unlisted() {}

  static boolean hasCookie(String name) {
    return COOKIES.stream().anyMatch(it -> it.name().equals(name));
  }

  private static boolean isUnlisted(String field) {
    return FIELDS.contains(field)
        || (CookieWords.is(field) && hasCookie(field.substring(CookieWords.PREFIX.length())));
  }

  /// What was known, and where such members go if they go anywhere.
  ///
  /// @param notes is added to
  static Known learn(Errands errands, Known known, Set<String> notes)
      throws InterruptedException, EnvironmentFailure {
    Optional<RequestForm> members =
        known
            .form()
            .with(MEMBERS)
            .filter(it -> errands.allows(it, Filling.NONE))
            .filter(it -> it.fields().keySet().containsAll(FIELDS));
    Optional<RequestForm> form =
        members
            .orElse(known.form())
            .withCookies(COOKIES)
            .filter(it -> errands.allows(it, Filling.NONE))
            .or(() -> members);
    if (form.isEmpty() || errands.isOver()) {
      return known;
    }
    List<String> unlisted =
        form.get().fields().keySet().stream().filter(Unlisted::isUnlisted).toList();
    Set<String> all = new LinkedHashSet<>(known.example().filling().fields());
    all.addAll(unlisted);
    var learning = new Learning();
    Trip last = known.example();
    for (int round = FIRST_ROUND; round < FIRST_ROUND + Learning.LEAST_EVIDENCE; round++) {
      Filling filling = Filling.of(errands.values(form.get(), all, round));
      Optional<Trip> trip = errands.send(form.get(), filling);
      if (trip.isEmpty()) {
        notes.add(
            known.operation().name()
                + ": members or cookies that the contract does not name were refused, though it"
                + " allows them");
        return known;
      }
      last = trip.get();
      learning.add(filling.values(), last.seen());
      if (members.isPresent() && FIELDS.stream().noneMatch(learning::isMet)) {
        notes.add(
            known.operation().name() + ": members that the contract does not name go nowhere");
      }
      if (unlisted.stream().noneMatch(learning::isMet) && !errands.cookies().isDoubtful()) {
        return known;
      }
    }
    Map<String, List<Carried>> carried = new LinkedHashMap<>(known.carried());
    for (String field : unlisted) {
      List<Carried> places =
          learning.of(field).stream()
              .filter(it -> !it.place().equals(known.source(field)))
              .toList();
      if (!places.isEmpty()) {
        carried.put(field, places);
      }
    }
    return carried.size() == known.carried().size()
        ? known
        : new Known(known.operation(), form.get(), carried, last);
  }
}
