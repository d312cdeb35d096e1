package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import java.util.List;

/// A page that only says something, in the frame of all others.
public final class NoticePage {
  private NoticePage() {}

  /// Where somebody can go from it.
  ///
  /// @param isMain whether this is what most people want, and is drawn as a button
  public record Way(String text, String address, boolean isMain) {}

  /// The page.
  ///
  /// @param paragraphs plain text; whoever sent it
  public static Answer of(int status, String title, List<String> paragraphs, List<Way> ways) {
    return Frame.page(
        status,
        title,
        "",
        page -> {
          page.open("section", "class", "card verdict");
          paragraphs.forEach(paragraph -> page.leaf("p", paragraph));
          for (Way way : ways) {
            page.open("p");
            if (way.isMain()) {
              page.leaf("a", way.text(), "class", "button", "href", way.address());
            } else {
              page.leaf("a", way.text(), "href", way.address());
            }
            page.close("p");
          }
          page.close("section");
        });
  }
}
