package dev.concordat.registry.page;

import dev.concordat.model.problem.DidYouMean;
import dev.concordat.registry.http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// The page of a name that is not there, with what was perhaps meant.
final class Missing {
  private static final int MAX_KNOWN = 1000;

  private Missing() {}

  static Answer system(Handle handle, String name) {
    return named("system", name, names(handle, "systems"), Addresses::system);
  }

  static Answer environment(Handle handle, String name) {
    return named("environment", name, names(handle, "environments"), Addresses::environment);
  }

  static Answer incident(String uuid) {
    return Frame.page(
        404,
        "No such incident",
        Addresses.INCIDENTS,
        page ->
            page.open("p")
                .text("The registry has no incident '" + uuid + "'. See ")
                .leaf("a", "all incidents", "href", Addresses.INCIDENTS)
                .text(".")
                .close("p"));
  }

  static Answer contract() {
    return Frame.page(
        404,
        "No such contract",
        Addresses.MAP,
        page ->
            page.leaf("p", "This version published no such contract, or it was removed since.")
                .open("p")
                .leaf("a", "To the map", "href", Addresses.MAP)
                .close("p"));
  }

  private static Answer named(
      String what, String name, List<String> known, Function<String, String> address) {
    Optional<String> meant = DidYouMean.closest(name, known);
    return Frame.page(
        404,
        "No such " + what,
        Addresses.MAP,
        page -> {
          page.leaf("p", "The registry has no " + what + " '" + name + "'.");
          meant.ifPresent(
              guess ->
                  page.open("p")
                      .text("Did you mean ")
                      .leaf("a", guess, "href", address.apply(guess))
                      .text("?")
                      .close("p"));
          page.open("p").leaf("a", "To the map", "href", Addresses.MAP).close("p");
        });
  }

  private static List<String> names(Handle handle, String table) {
    return handle
        .createQuery("SELECT name FROM " + table + " ORDER BY name LIMIT " + MAX_KNOWN)
        .mapTo(String.class)
        .list();
  }
}
