package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.store.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pages of lists: `pageNumber` and `pageSize`, or `page` and `size`.
///
/// @param page what is asked for; everything where nothing is
/// @param isAsked whether the client asked for pages
record Paging(Page page, boolean isAsked) {
  static final int SIZE = 100;
  static final int MAX_SIZE = 10_000;

  /// Answers with the page that is asked for, or that it cannot be.
  static Answer of(QueryValue.Table query, Function<Paging, Answer> with) {
    Errors.Collected errors = new Errors.Collected();
    Optional<Integer> number = number(query, "pageNumber", "page", errors);
    Optional<Integer> size = number(query, "pageSize", "size", errors);
    if (errors.any()) {
      return errors.answer(400);
    }
    boolean isAsked = number.isPresent() || size.isPresent();
    Page page =
        isAsked ? new Page(number.orElse(1), Math.min(size.orElse(SIZE), MAX_SIZE)) : Page.ALL;
    return with.apply(new Paging(page, isAsked));
  }

  /// What of a whole list is on this page.
  <T> List<T> of(List<T> all) {
    return all.stream().skip(page.offset()).limit(page.size()).toList();
  }

  /// This one, or the first page of the usual size where nothing was asked for.
  Paging orFirst() {
    return isAsked ? this : new Paging(Page.first(SIZE), true);
  }

  /// This one, or where nothing was asked for and there is more than one page can have, the first page of the largest size.
  Paging within(long total) {
    return isAsked || total <= MAX_SIZE ? this : new Paging(Page.first(MAX_SIZE), true);
  }

  private static Optional<Integer> number(
      QueryValue.Table query, String name, String other, Errors.Collected errors) {
    Optional<String> text = query.text(name).or(() -> query.text(other));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("-?\\d{1,9}")) {
      errors.add(name, "must be an integer");
      return Optional.empty();
    }
    int value = Integer.parseInt(text.get());
    if (value < 1) {
      errors.add(name, "must be greater than 0");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /// Adds where in the list this page is.
  void tell(Hal hal, String self, long total) {
    if (!isAsked) {
      return;
    }
    hal.put(
        "page",
        JsonObject.EMPTY
            .with("number", JsonNumber.of(page.number()))
            .with("size", JsonNumber.of(page.size()))
            .with("totalElements", JsonNumber.of(total))
            .with("totalPages", JsonNumber.of(Math.max(1, page.pages(total)))));
    if (page.number() < page.pages(total)) {
      hal.link("next", Hal.titled("Next page", at(self, page.number() + 1)));
    }
    if (page.number() > 1) {
      hal.link("previous", Hal.titled("Previous page", at(self, page.number() - 1)));
    }
  }

  private String at(String self, int number) {
    return self + "?pageSize=" + page.size() + "&pageNumber=" + number;
  }
}
