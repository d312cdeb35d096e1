package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.report.picture.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What is around every page: head, navigation, and headers that let nothing from elsewhere in.
final class Frame {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /// Of pages that follow what changes: our own script, which asks our own server.
  private static final String LIVE_POLICY = POLICY + "; script-src 'self'; connect-src 'self'";

  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put(Addresses.MAP, "Map");
    SECTIONS.put(Addresses.INCIDENTS, "Incidents");
    SECTIONS.put(Addresses.GATE, "Gate");
    SECTIONS.put(Addresses.MATRIX, "Matrix");
    SECTIONS.put(Addresses.ACTIVITY, "Activity");
  }

  private Frame() {}

  /// A page.
  ///
  /// @param title also its first heading
  /// @param section the address of the part of the registry that it belongs to
  static Answer page(int status, String title, String section, Consumer<Markup> content) {
    return page(status, title, section, Optional.empty(), content);
  }

  /// A page whose elements of the class `live` follow what changes, where scripts run.
  ///
  /// @param state what there was before the page was read ({@link Changes})
  static Answer live(String title, String section, String state, Consumer<Markup> content) {
    return page(200, title, section, Optional.of(state), content);
  }

  private static Answer page(
      int status, String title, String section, Optional<String> state, Consumer<Markup> content) {
    Markup page = new Markup();
    page.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
    page.raw("<meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.leaf("title", title + " · Concordat");
    page.raw("<link rel=\"stylesheet\" href=\"" + Addresses.STYLE + "\">");
    if (state.isPresent()) {
      page.raw("<script src=\"" + Addresses.SCRIPT + "\" defer></script>");
    }
    page.close("head").open("body");
    page.leaf("a", "Skip to the content", "class", "skip", "href", "#content");
    page.open("header").open("div", "class", "bar");
    page.leaf("a", "Concordat", "class", "brand", "href", Addresses.MAP);
    page.open("nav", "aria-label", "Main").open("ul");
    for (Map.Entry<String, String> entry : SECTIONS.entrySet()) {
      String address = entry.getKey();
      String name = entry.getValue();
      page.open("li");
      if (address.equals(section)) {
        page.leaf("a", name, "href", address, "aria-current", "true");
      } else {
        page.leaf("a", name, "href", address);
      }
      page.close("li");
    }
    page.close("ul").close("nav");
    Visitor.current().write(page);
    page.close("div").close("header");
    if (state.isPresent()) {
      page.open("main", "id", "content", "tabindex", "-1", "data-state", state.get());
    } else {
      page.open("main", "id", "content", "tabindex", "-1");
    }
    page.leaf("h1", title);
    content.accept(page);
    if (state.isPresent()) {
      page.leaf("p", "", "id", "told", "class", "soft", "role", "status");
    }
    page.close("main").close("body").close("html");
    return closed(
            Answer.text(status, Answer.HTML, page.toString()),
            state.isPresent() ? LIVE_POLICY : POLICY)
        .with("Cache-Control", "no-store");
  }

  /// Headers of everything that a browser shows.
  static Answer closed(Answer answer, String policy) {
    return answer
        .with("Content-Security-Policy", policy)
        .with("X-Frame-Options", "DENY")
        // Not no-referrer: then browsers would not say either that a form of our own was sent by
        // us.
        .with("Referrer-Policy", "same-origin");
  }

  /// A section with a heading.
  static void section(Markup page, String heading, Consumer<Markup> content) {
    page.open("section", "class", "card").leaf("h2", heading);
    content.accept(page);
    page.close("section");
  }

  /// A file beside this class.
  static String resource(String name) {
    try (InputStream in = Frame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
