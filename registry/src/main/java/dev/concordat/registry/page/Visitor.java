package dev.concordat.registry.page;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.report.picture.Markup;
import java.util.Optional;
import java.util.function.Supplier;

/// Who reads a page, as far as its frame shows it: a button to sign in, or a name and a button to sign out. Bound to the
/// request ({@link ScopedValue}), because every page has a frame and none of them is about who reads it.
///
/// @param canSignIn whether people can sign in at this registry
/// @param person how somebody is called who did; the empty text for somebody whose name is not known here
/// @param here the address of what is read, to come back to
record Visitor(boolean canSignIn, Optional<String> person, String here) {
  private static final ScopedValue<Visitor> CURRENT = ScopedValue.newInstance();
  private static final Visitor NOBODY = new Visitor(false, Optional.empty(), Addresses.MAP);

  static Visitor of(Asked asked, boolean canSignIn, Optional<String> person) {
    boolean isPage = asked.method().equals("GET") && asked.path().startsWith(Addresses.MAP);
    String here = asked.path() + (asked.query().isEmpty() ? "" : "?" + asked.query());
    return new Visitor(canSignIn, person, isPage ? here : Addresses.MAP);
  }

  static Visitor current() {
    return CURRENT.orElse(NOBODY);
  }

  Answer reading(Supplier<Answer> page) {
    return ScopedValue.where(CURRENT, this).call(page::get);
  }

  /// In the head of a page.
  void write(Markup page) {
    if (!canSignIn) {
      return;
    }
    page.open("div", "class", "visitor");
    if (person.isPresent()) {
      page.leaf("span", person.get(), "class", "soft");
      page.open("form", "method", "post", "action", Addresses.SIGN_OUT);
      page.leaf("button", "Sign out", "type", "submit", "class", "quiet").close("form");
    } else {
      page.leaf("a", "Sign in", "class", "button", "href", address(Addresses.SIGN_IN));
    }
    page.close("div");
  }

  /// How to come in, for somebody who is refused.
  ///
  /// @return false where nobody can sign in, and nothing was written
  boolean offer(Markup page) {
    if (!canSignIn) {
      return false;
    }
    page.leaf("p", "Sign in to see this page. You come back to it.");
    page.open("p");
    page.leaf("a", "Sign in", "class", "button", "href", address(Addresses.SIGN_IN)).close("p");
    page.open("p", "class", "soft").text("With a token instead? ");
    page.leaf("a", "Enter it as a password", "href", address(ReadableRefusals.WITH_TOKEN));
    page.text("; the user name may be anything.").close("p");
    return true;
  }

  private String address(String of) {
    return Addresses.query(of, "return", here);
  }
}
