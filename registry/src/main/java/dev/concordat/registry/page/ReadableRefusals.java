package dev.concordat.registry.page;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.access.SessionCookie;
import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.Route;
import dev.concordat.report.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Before another guard: a browser reads what is refused as a page, every other client gets it as it was. Status and headers
/// stay, but where people can sign in a browser is not made to ask for a password, except by {@link #WITH_TOKEN}. Pages are
/// told who reads them.
public final class ReadableRefusals implements Guard {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "The request cannot be read",
          401, "Who are you?",
          403, "Not allowed",
          404, "Nothing is here",
          405, "Not in this way",
          429, "Too many requests");

  /// Where a browser asks for a token although people can sign in. Not below another folder: browsers send what was given
  /// to everything beside it.
  public static final String WITH_TOKEN = "/with-token";

  private final Guard guard;
  private final boolean canSignIn;

  /// Where nobody can sign in.
  public ReadableRefusals(Guard guard) {
    this(guard, false);
  }

  /// @param canSignIn whether people can sign in
  public ReadableRefusals(Guard guard, boolean canSignIn) {
    this.guard = guard;
    this.canSignIn = canSignIn;
  }

  @Override
  public Answer pass(Route route, Asked asked, Action next) {
    return readable(
        asked,
        guard.pass(
            route,
            asked,
            known ->
                Visitor.of(known, canSignIn, known.who().person())
                    .reading(() -> next.answer(known))));
  }

  @Override
  public Answer unrouted(Asked asked, Answer answer) {
    return readable(asked, guard.unrouted(asked, answer));
  }

  private Answer readable(Asked asked, Answer answer) {
    // Whoever is refused for another reason than this is known, though not by name here.
    Optional<String> person =
        answer.status() == 401 ? Optional.empty() : SessionCookie.SESSION.read(asked).map(_ -> "");
    return Visitor.of(asked, canSignIn, person).reading(() -> page(asked, answer));
  }

  private Answer page(Asked asked, Answer answer) {
    String type = answer.headers().getOrDefault("Content-Type", "");
    if (answer.status() < 400 || !type.startsWith("application/") || !PageRoutes.isBrowser(asked)) {
      return answer;
    }
    String message = message(answer);
    Answer page =
        Frame.page(
            answer.status(),
            TITLES.getOrDefault(answer.status(), "This did not work"),
            "",
            written -> write(written, answer, message));
    boolean isQuiet = canSignIn && !asked.path().equals(WITH_TOKEN);
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      boolean isLeft =
          header.getKey().equals("Content-Type")
              || (isQuiet && header.getKey().equals("WWW-Authenticate"));
      if (!isLeft) {
        page = page.with(header.getKey(), header.getValue());
      }
    }
    return page.with("Vary", "Accept");
  }

  private static void write(Markup page, Answer answer, String message) {
    page.open("section", "class", "card verdict").leaf("h2", "Status " + answer.status());
    if (answer.status() == 401 && Visitor.current().offer(page)) {
      page.close("section");
      return;
    }
    page.leaf("p", message);
    if (answer.status() == 401) {
      page.leaf(
          "p",
          "Load the page again: as user name write anything, as password a token."
              + " Whoever runs the registry makes one with 'concordat token create'.");
    }
    page.open("p").leaf("a", "To the map", "href", Addresses.MAP).close("p").close("section");
  }

  /// The text of `{"error": …}`; what is written otherwise is shown as it is.
  private static String message(Answer answer) {
    String text = new String(answer.body().toArray(), StandardCharsets.UTF_8);
    return JsonParser.parse(text).value().orElse(JsonObject.EMPTY) instanceof JsonObject object
            && object.member("error").orElse(object) instanceof JsonString(String plain)
        ? plain
        : text;
  }
}
