package dev.concordat.registry.page;

import dev.concordat.report.picture.Markup;
import java.util.List;
import java.util.function.Function;

/// Writes tables with a caption, the first cell of each row being its heading.
final class Table {
  private Table() {}

  /// A column: its heading and its cell of a row.
  record Column<T>(String heading, Function<T, Cell> cell) {}

  /// As many rows as the limit lets through, and a sentence where there are more.
  ///
  /// @param rows those that are there, one more than the limit where there are more
  /// @param none the sentence where there is nothing
  static <T> void write(
      Markup page, String caption, String none, List<T> rows, int limit, List<Column<T>> columns) {
    if (rows.isEmpty()) {
      page.leaf("p", none, "class", "soft");
      return;
    }
    // Focusable, so that a wide table can be moved by keys on a narrow screen.
    page.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    page.open("table").leaf("caption", caption).open("thead").open("tr");
    columns.forEach(column -> page.leaf("th", column.heading(), "scope", "col"));
    page.close("tr").close("thead").open("tbody");
    for (T row : rows.subList(0, Math.min(limit, rows.size()))) {
      row(page, row, columns);
    }
    page.close("tbody").close("table").close("div");
    if (rows.size() > limit) {
      page.leaf("p", "There are more than these " + limit + ".", "class", "more");
    }
  }

  private static <T> void row(Markup page, T row, List<Column<T>> columns) {
    page.open("tr");
    for (int i = 0; i < columns.size(); i++) {
      String element = i == 0 ? "th" : "td";
      if (i == 0) {
        page.open(element, "scope", "row");
      } else {
        page.open(element);
      }
      columns.get(i).cell().apply(row).write(page);
      page.close(element);
    }
    page.close("tr");
  }
}
