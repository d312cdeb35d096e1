package dev.concordat.registry.page;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Guard;
import dev.concordat.registry.http.Route;
import dev.concordat.report.picture.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Before another guard: a browser reads what is refused as a page, every other client gets it as it was. Status and headers
/// stay.
public final class ReadableRefusals implements Guard {
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "The request cannot be read",
          401, "Who are you?",
          403, "Not allowed",
          404, "Nothing is here",
          405, "Not in this way",
          429, "Too many requests");

  private final Guard guard;

  public ReadableRefusals(Guard guard) {
    this.guard = guard;
  }

  @Override
  public Answer pass(Route route, Asked asked, Action next) {
    return readable(asked, guard.pass(route, asked, next));
  }

  @Override
  public Answer unrouted(Asked asked, Answer answer) {
    return readable(asked, guard.unrouted(asked, answer));
  }

  private static Answer readable(Asked asked, Answer answer) {
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
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      if (!header.getKey().equals("Content-Type")) {
        page = page.with(header.getKey(), header.getValue());
      }
    }
    return page.with("Vary", "Accept");
  }

  private static void write(Markup page, Answer answer, String message) {
    page.open("section", "class", "card verdict").leaf("h2", "Status " + answer.status());
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
